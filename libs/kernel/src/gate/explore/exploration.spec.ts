import { describe, expect, it } from '@jest/globals';
import { aDefinition } from '../../testing/a-process.js';
import { proveGate } from '../check-gate.js';

const TASK = 'task: { assignee: { organisation: x, role: y } }';

describe('the work of the exploration', () => {
  it('ends where what is done is done again for ever within one step', () => {
    const yaml = `
initial: a
states:
  a:
    initial: x
    states:
      x: { ${TASK}, on: { GO: y } }
      y: { type: final }
    on: { STOP: end }
    onDone: a.y
  end: { type: final }
`;
    expect(proveGate(aDefinition(yaml)).findings).toMatchObject([
      { code: 'always-cycle', line: 12, message: expect.stringMatching(/`onDone` of the state `a` goes round/) },
    ]);
  });

  it('is limited inside of a step too, and the report says that not everything was looked at', () => {
    const flags = Array.from({ length: 24 }, (_, index) => `f${index}`);
    const yaml = `
variables: { ${flags.map((flag) => `${flag}: { type: boolean, default: false }`).join(', ')} }
initial: a
states:
  a:
    ${TASK}
    on:
      GO: { assign: { ${flags.map((flag) => `${flag}: command.payload.${flag}`).join(', ')} } }
      END: { guard: ${flags.join(' or ')}, target: end }
  end: { type: final }
`;
    const before = process.cpuUsage();
    const report = proveGate(aDefinition(yaml));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(10_000);
    expect(report).toMatchObject({ exactness: 'approximate', why: expect.stringMatching(/situations/) });
    expect(report).toEqual(proveGate(aDefinition(yaml)));
  });
});
