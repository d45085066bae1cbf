import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CaseRecorder, ChainVerifier, recordingText, Replayer } from '#libs/engine';
import { DemoConfig, Environment } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';
import type { Proof } from '../walkthrough/report/outcome.js';
import { playWalkthrough } from '../walkthrough/walkthrough.js';
import { withDomain } from '../with-domain.js';

const LAST_PORT = 65_535;

/**
 * `sanshe walkthrough`: plays demo project 23 on a running installation whose clock can be set.
 * SANSHE_API_URL, SANSHE_WORKER_URL: where it answers; SANSHE_SMTP_SINK_PORT: where its mail goes.
 */
export const walkthrough: CliCommand = {
  name: 'walkthrough',
  summary: 'Play demo project 23 through all five stages (see npm run walkthrough) [--keep-history FILE]',
  options: { 'keep-history': { type: 'string' } },
  async run({ options }) {
    const kept = options['keep-history'];
    const environment = new Environment();
    const { summary, missing } = await playWalkthrough({
      apiAddress: environment.url('SANSHE_API_URL'),
      workerAddress: environment.url('SANSHE_WORKER_URL'),
      smtpPort: environment.integer('SANSHE_SMTP_SINK_PORT', 0, { min: 1, max: LAST_PORT }),
      password: new DemoConfig().password,
      write: print,
      isColoured: process.stdout.isTTY,
      prove: (caseId) => prove(caseId, typeof kept === 'string' ? kept : null),
    });
    for (const text of missing) print(`未达到预期 (expected, but did not happen): ${text}`);
    print(JSON.stringify(summary));
    return missing.length === 0 ? 0 : 1;
  },
};

function prove(caseId: number, kept: string | null): Promise<Proof> {
  return withDomain(async (domain) => {
    const { identical } = await domain.get(Replayer).replay(caseId);
    const { valid } = await domain.get(ChainVerifier).verify(caseId);
    if (kept !== null) {
      const recording = await domain.get(CaseRecorder).record(caseId, basename(kept, '.json'));
      writeFileSync(kept, recordingText(recording));
    }
    return { isIdentical: identical, isChainValid: valid };
  });
}
