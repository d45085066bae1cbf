import { describe, expect, it } from '@jest/globals';
import { ProcessRun, problemsOf } from '../testing/a-process.js';

const LOTS = `
variables: { lots: { type: list, default: [] }, won: { type: integer, default: 0 } }
initial: buying
states:
  buying:
    subprocess:
      process: '= if lot.big then "buy.big" else "buy.small"'
      each: lots
      as: lot
      with: { name: lot.name }
      completeWhen: 'count(children.outputs[item.won = false]) > 1'
    onDone:
      - { guard: 'children.done < children.count', target: failed }
      - { target: done, assign: { won: 'count(output[item.won = true])' } }
    on:
      STOP: { guard: 'children.done = 0', target: failed }
  failed: { type: final }
  done: { type: final }
`;
const TWO = [
  { name: '甲', big: true },
  { name: '乙', big: false },
];

describe('a subprocess with `each`', () => {
  it('starts one child for each element, which `process` and `with` may read', () => {
    const run = new ProcessRun(LOTS, { lots: TWO });
    expect(run.effects).toEqual([
      'enter buying',
      'startChild buying[0] buy.big {"name":"甲"}',
      'startChild buying[1] buy.small {"name":"乙"}',
    ]);
  });

  it('is done when all children are, and then stops nobody', () => {
    const run = new ProcessRun(LOTS, { lots: TWO }).completeItem('buying', 1, { won: true });
    expect(run.active).toEqual(['buying']);
    run.completeItem('buying', 0, { won: false });
    expect(run.effects).toEqual(['exit buying', 'enter done', 'exit done']);
    expect(run.variables).toMatchObject({ won: 1 });
  });

  it('is done at once without elements', () => {
    expect(new ProcessRun(LOTS).effects).toEqual(['enter buying', 'exit buying', 'enter done', 'exit done']);
  });

  it('is done before when `completeWhen` holds, and stops the others', () => {
    const run = new ProcessRun(LOTS, { lots: [...TWO, ...TWO] });
    run.completeItem('buying', 0, { won: false }).completeItem('buying', 3, { won: false });
    expect(run.effects).toEqual(['stopChild buying', 'exit buying', 'enter failed', 'exit failed']);
  });

  it('lets its own transitions read how far the children are', () => {
    const run = new ProcessRun(LOTS, { lots: TWO }).completeItem('buying', 0, { won: true }).send('STOP');
    expect(run.problem).toMatchObject({ code: 'guard-refused', values: { 'children.done': 1 } });
  });

  it.each([2, -1, 0.5])('refuses the completion of a child number %d that it does not have', (item) => {
    const run = new ProcessRun(LOTS, { lots: TWO }).completeItem('buying', item);
    expect(run.problem.code).toBe('not-accepted');
  });

  it('refuses a child that completes twice, or without its number', () => {
    const run = new ProcessRun(LOTS, { lots: TWO }).completeItem('buying', 0, { won: true });
    expect(run.completeItem('buying', 0).problem.code).toBe('not-accepted');
    expect(run.complete('buying').problem.code).toBe('not-accepted');
  });

  it('refuses more than 500 children, and what is no list', () => {
    const yaml = LOTS.replace('each: lots', 'each: "for i in 1..501 return i"').replace('lot.big', 'lot > 1');
    expect(new ProcessRun(yaml).problem).toMatchObject({ code: 'bad-assign', defect: true });
    expect(new ProcessRun(LOTS.replace('each: lots', 'each: won')).problem.message).toContain('a list of at most 500');
  });

  it.each([
    ['as', LOTS.replace('as: lot', 'as: lots'), 'name-taken'],
    ['as', LOTS.replace('      as: lot\n', ''), 'missing-key'],
    ['each', LOTS.replace('      each: lots\n', ''), 'missing-key'],
    ['onDone', LOTS.replace('target: done, ', ''), 'idle-done'],
    ['children', LOTS.replace('with: { name: lot.name }', 'with: { name: children.done }'), 'unknown-name'],
    ['lot', LOTS.replace("'children.done = 0'", "'lot.big'"), 'unknown-name'],
  ])('refuses a wrong `%s` by name', (_, yaml, code) => {
    expect(problemsOf(yaml).map((problem) => problem.code)).toContain(code);
  });
});
