import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileProcess } from '../compile/compile-process.js';
import type { CompiledProcess } from '../compile/compiled-process.js';
import type { ProcessDefinition } from '../definition/language.js';
import { parseProcess } from '../definition/parse-process.js';
import { aDefinition, ProcessRun } from '../testing/a-process.js';
import { Choices } from '../reference/choices.js';
import { walkBoth } from '../reference/compare.js';
import { randomDefinition } from '../reference/random-definition.js';
import { migrateSnapshot } from './migrate-snapshot.js';
import { activeStates, variables } from './snapshot-state.js';
import { step } from './step.js';

const BASE = `
variables:
  rounds: { type: integer, default: 0 }
  note: { type: string, default: "-" }
parameters:
  period: { type: duration, default: P10D }
initial: drafting
states:
  drafting:
    on: { GO: { target: working, assign: { rounds: rounds + 1 } } }
  working:
    type: parallel
    after: { period: done }
    states:
      left: { initial: one, states: { one: { on: { LEFT: two } }, two: {} } }
      right: { initial: one, states: { one: {} } }
    on: { STOP: done, CHILD: waiting }
  waiting:
    subprocess: { process: other.process, with: { start: rounds } }
    onDone: done
  done: { type: final }
`;

function compiled(yaml: string): CompiledProcess {
  const result = compileProcess(aDefinition(yaml));
  if (!result.ok) throw new TypeError(JSON.stringify(result.problems));
  return result.value;
}

function migrated(run: ProcessRun, yaml: string) {
  return migrateSnapshot(run.process, compiled(yaml), run.snapshot ?? {});
}

const changed = (from: string, to: string): string => BASE.replace(from, to);

describe('a running instance under another version', () => {
  it('is the same under the same version', () => {
    const run = new ProcessRun(BASE).send('GO').pass('working', 'period');
    const waiting = new ProcessRun(BASE).send('GO').send('CHILD');
    expect(migrated(waiting, BASE)).toEqual({ ok: true, snapshot: waiting.snapshot });
    expect(migrated(run, BASE)).toEqual({ ok: false, obstacles: [{ code: 'ended', where: '' }] });
  });

  it('keeps values, takes defaults of new variables and drops removed ones', () => {
    const run = new ProcessRun(BASE).send('GO');
    const outcome = migrated(
      run,
      changed('note: { type: string, default: "-" }', 'extra: { type: integer, default: 7 }'),
    );
    expect(outcome.ok && variables(outcome.snapshot)).toEqual({ rounds: 1, extra: 7 });
  });

  it('goes on by the rules of the new version', () => {
    const target = compiled(changed('LEFT: two', 'LEFT: { target: two, assign: { rounds: rounds + 10 } }'));
    const run = new ProcessRun(BASE).send('GO');
    const outcome = migrateSnapshot(run.process, target, run.snapshot ?? {});
    if (!outcome.ok) throw new TypeError('it should move');
    const next = step(target, outcome.snapshot, { kind: 'event', name: 'LEFT' }, run.facts);
    expect(next.ok && [activeStates(target, next.snapshot), variables(next.snapshot)]).toEqual([
      ['working.left.two', 'working.right.one'],
      { rounds: 11, note: '-' },
    ]);
  });

  it.each([
    [
      'state-gone',
      'working.left.two',
      changed('two: {} ', 'three: {} ').replace('LEFT: two', 'LEFT: three'),
      ['GO', 'LEFT'],
    ],
    [
      'state-changed',
      'working.right.one',
      changed(
        'right: { initial: one, states: { one: {} } }',
        'right: { initial: one, states: { one: { type: final } } }',
      ),
      ['GO'],
    ],
    ['regions-changed', 'working', changed('      right:', '      middle: {}\n      right:'), ['GO']],
    [
      'variable-type',
      'rounds',
      changed('rounds: { type: integer, default: 0 }', 'rounds: { type: string, default: "" }').replaceAll(
        'rounds + 1',
        `'"x"'`,
      ),
      ['GO'],
    ],
    ['variable-value', 'rounds', changed('default: 0 }', 'default: 0, enum: [0, 5] }'), ['GO']],
    [
      'child-gone',
      'waiting',
      changed(
        '    subprocess: { process: other.process, with: { start: rounds } }\n    onDone: done',
        '    on: { NEXT: done }',
      ),
      ['GO', 'CHILD'],
    ],
    [
      'child-missing',
      'drafting',
      changed('    on: { GO', '    subprocess: { process: other.process }\n    onDone: done\n    on: { GO'),
      [],
    ],
  ])('cannot move: %s at %s', (...[code, where, yaml, events]) => {
    const run = events.reduce((before, event) => before.send(event), new ProcessRun(BASE));
    expect(migrated(run, yaml)).toEqual({ ok: false, obstacles: [{ code, where }] });
  });

  it('moves where only what it does not stand in has changed', () => {
    const run = new ProcessRun(BASE).send('GO');
    expect(migrated(run, changed('two: {} ', 'two: { type: final } ')).ok).toBe(true);
  });
});

function aRandomDefinition(shape: number[]): ProcessDefinition {
  const parsed = parseProcess(randomDefinition(new Choices(shape)), 'random.yaml');
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('random instances', () => {
  it('are unchanged by a move to the same definition, wherever they stand', () => {
    const numbers = fc.array(fc.nat(99_999), { maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(numbers, numbers, fc.nat(20), (shape, path, length) => {
        const definition = aRandomDefinition(shape);
        const { snapshot } = walkBoth(definition, new Choices(path), length);
        const process = compileProcess(definition);
        fc.pre(process.ok && snapshot?.['status'] === 'active');
        expect(migrateSnapshot(process.value, process.value, snapshot)).toEqual({ ok: true, snapshot });
      }),
      { numRuns: 60 },
    );
  });
});
