import { describe, expect, it, jest } from '@jest/globals';
import { DemoConfig } from '#libs/platform';
import { useSystem } from '#support/system';
import { anyFreePort } from '../../apps/launcher/src/free-port.mjs';
import type { Proof } from '../../apps/cli/src/walkthrough/report/outcome.js';
import { playWalkthrough } from '../../apps/cli/src/walkthrough/walkthrough.js';

jest.setTimeout(240_000);
const smtpPort = await anyFreePort();
const system = await useSystem({
  settings: {
    SANSHE_CLOCK: 'settable',
    SANSHE_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SANSHE_NOTIFICATIONS: 'at-once',
  },
});

async function prove(caseId: number): Promise<Proof> {
  const [line = '{}'] = (await system.cli('replay', String(caseId))).split('\n');
  const { replay, chain } = JSON.parse(line) as { replay: unknown; chain: unknown };
  return { isIdentical: replay === 'identical', isChainValid: chain === 'valid' };
}

describe('walkthrough', () => {
  it('plays a project through all five stages; every deadline is fired by the worker', async () => {
    const lines: string[] = [];
    const { summary, missing } = await playWalkthrough({
      apiAddress: system.address,
      workerAddress: system.workerAddress,
      smtpPort,
      password: new DemoConfig().password,
      write: (line) => lines.push(line),
      isColoured: false,
      prove,
    });
    expect(missing).toEqual([]);
    expect(summary).toMatchObject({
      completed: true,
      stages: 5,
      grade: '优',
      escalations: ['head', 'leader', 'city', 'province'],
      replay: 'identical',
      chain: 'valid',
    });
    expect(lines.at(-1)).toMatch(/^■{5} 5\/5 80\/80 2026-10-\d\d \d\d:\d\d .*办结$/);
  });
});
