import { describe, expect, it } from '@jest/globals';
import { aDefinition } from '../testing/a-process.js';
import { checkGate } from './check-gate.js';
import { givenInputs } from './given-inputs.js';

const CHILD = aDefinition(`
variables: { amount: { type: money, default: 0 }, kept: { type: money, default: 0 }, told: { type: money, default: 0 } }
initial: a
states:
  a:
    task: { assignee: { organisation: x, role: y } }
    on: { GO: [{ guard: kept > 100, target: b }, end], KEEP: { assign: { kept: '1', told: '1' } } }
  b: { task: { assignee: { organisation: x, role: y } }, on: { GO: end } }
  end: { type: final }
`);
const parent = (process: string) =>
  aDefinition(`
initial: a
states:
  a: { subprocess: { process: '${process}', with: { kept: '5' } }, onDone: end }
  end: { type: final }
`);

describe('what whoever starts a process may set', () => {
  it('is what the process never sets itself, and what a parent gives', () => {
    expect(givenInputs(CHILD, [CHILD])).toEqual(new Set(['amount']));
    expect(givenInputs(CHILD, [parent('test.process')])).toEqual(new Set(['amount', 'kept']));
    expect(givenInputs(CHILD, [parent('other.process')])).toEqual(new Set(['amount']));
    expect(givenInputs(CHILD, [parent('= "test.process"')])).toEqual(new Set(['amount', 'kept']));
  });

  it('decides what can come about', () => {
    const codes = (inputs: ReadonlySet<string>) => checkGate(CHILD, { inputs }).map(({ code }) => code);
    expect(codes(new Set())).toEqual(['never-taken', 'never-entered']);
    expect(codes(new Set(['kept']))).toEqual([]);
  });
});
