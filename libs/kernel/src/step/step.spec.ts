import { describe, expect, it } from '@jest/globals';
import { ProcessRun } from '../testing/a-process.js';

describe('events', () => {
  const yaml = `
variables: { count1: { type: integer, default: 0 }, note: { type: string } }
parameters: { limit: { type: integer, default: 2 } }
initial: a
states:
  a:
    entry: { effect: a.entered }
    exit: { effect: a.left, with: { count1: count1 } }
    on:
      GO: { guard: 'count1 >= limit', target: b, assign: { note: 'command.payload.note' }, actions: { effect: a.moved, with: { note: note, by: command.actor } } }
      COUNT: { assign: { count1: 'count1 + 1' } }
  b: { type: final, output: { note: note, fixed: 7 } }
`;

  it('move the process, with effects in true order: leave, act, enter', () => {
    const run = new ProcessRun(yaml, { count1: 2 });
    expect(run.effects).toEqual(['enter a', 'a.entered {}']);
    run.with({ actor: { userId: 5, organisationId: 6 } }).send('GO', { note: '同意' });
    expect(run.effects).toEqual([
      'a.left {"count1":2}',
      'exit a',
      'a.moved {"note":"同意","by":5}',
      'enter b',
      'exit b',
    ]);
    expect(run.outcome).toMatchObject({ status: 'done', output: { note: '同意', fixed: 7 }, handled: true });
  });

  it('without target change variables only', () => {
    const run = new ProcessRun(yaml).send('COUNT');
    expect([run.active, run.effects, run.variables]).toEqual([['a'], [], { count1: 1, note: null }]);
  });

  it('are refused by their guard, with its text and what it read, and nothing changes', () => {
    const run = new ProcessRun(yaml).send('COUNT');
    const before = JSON.stringify(run.snapshot);
    run.send('GO');
    expect(run.problem).toMatchObject({
      code: 'guard-refused',
      defect: false,
      state: 'a',
      guard: 'count1 >= limit',
      values: { count1: 1, limit: 2 },
    });
    expect(JSON.stringify(run.snapshot)).toBe(before);
  });

  it('read parameters as the instance has pinned them', () => {
    const run = new ProcessRun(yaml).with({ parameters: { limit: 0 } }).send('GO', { note: 'x' });
    expect(run.active).toEqual(['b']);
  });

  it.each([
    ['NOT_DECLARED', 'unknown-event'],
    ['xstate.init', 'unknown-event'],
    ['xstate.after.limit.p.a', 'unknown-event'],
    ['goto.b', 'unknown-event'],
    ['completed.a', 'unknown-event'],
    ['go', 'unknown-event'],
    ['', 'unknown-event'],
  ])('%j from outside is refused as %s', (name, code) => {
    expect(new ProcessRun(yaml).send(name).problem).toMatchObject({ code, defect: false });
  });

  it('that another state declares are not accepted now, and none after the end', () => {
    const run = new ProcessRun(
      'initial: a\nstates:\n  a: { on: { GO: b } }\n  b: { on: { BACK: c } }\n  c: { type: final }',
    );
    expect(run.send('BACK').problem).toMatchObject({ code: 'not-accepted', message: expect.stringContaining('`a`') });
    run.send('GO').send('BACK');
    expect(run.send('GO').problem).toMatchObject({
      code: 'not-accepted',
      message: expect.stringContaining('has ended'),
    });
  });
});

describe('defects of a definition', () => {
  it.each([
    ['maybe > 1', 'guard-null'],
    ['count1', 'guard-null'],
    ['maybe > flag', 'guard-null'],
    ['command.payload.missing', 'guard-null'],
  ])('the guard %s is neither true nor false', (guard, code) => {
    const run = new ProcessRun(`
variables: { maybe: { type: integer }, count1: { type: integer, default: 0 }, flag: { type: boolean, default: true } }
initial: a
states:
  a: { on: { GO: { guard: '${guard}', target: b } } }
  b: { type: final }
`);
    expect(run.send('GO').problem).toMatchObject({ code, defect: true, guard, state: 'a' });
  });

  it.each([
    ['total', '"text"', 'holds a money'],
    ['total', 'null', 'must not become null'],
    ['total', '0.5', 'holds a money'],
    ['grade', '"差"', 'must be one of'],
    ['day', '"2026-02-30"', 'holds a date'],
    ['thing', '{"xstate$$type": 1}', 'holds a object'],
  ])('%s cannot become %s', (name, value, says) => {
    const run = new ProcessRun(`
variables: { total: { type: money, default: 0 }, grade: { type: string, enum: [优, 良] }, day: { type: date }, thing: { type: object } }
initial: a
states:
  a: { on: { GO: { assign: { ${name}: '${value}' }, target: b } } }
  b: { type: final }
`);
    expect(run.send('GO').problem).toMatchObject({
      code: 'bad-assign',
      defect: true,
      message: expect.stringContaining(says),
    });
  });

  it('an endless circle of always is stopped', () => {
    const run = new ProcessRun('initial: a\nstates:\n  a: { on: { GO: b } }\n  b: { always: c }\n  c: { always: b }');
    expect(run.send('GO').problem).toMatchObject({ code: 'iterations', defect: true });
  });

  it('a deadline without length aborts the step', () => {
    const run = new ProcessRun(
      'variables: { day: { type: date } }\ninitial: a\nstates:\n  a: { on: { GO: b } }\n  b: { after: { day: c } }\n  c: { type: final }',
    );
    expect(run.send('GO').problem).toMatchObject({ code: 'bad-delay', defect: true, state: 'b' });
  });

  it('a snapshot of another definition is refused', () => {
    const run = new ProcessRun('initial: a\nstates:\n  a: { on: { GO: b } }\n  b: { type: final }');
    run.snapshot = { ...run.snapshot, value: 'gone' };
    expect(run.send('GO').problem.defect || run.problem.code === 'not-accepted').toBe(true);
  });
});

describe('start', () => {
  const yaml =
    'variables: { total: { type: money, default: 0 } }\ninitial: a\nstates:\n  a: { on: { GO: b } }\n  b: { type: final }';

  it('sets variables by their names', () => {
    expect(new ProcessRun(yaml, { total: 5 }).variables).toEqual({ total: 5 });
  });

  it.each([
    [{ totl: 5 }, /Did you mean `total`/],
    [{ total: '5' }, /holds a money/],
    [{ total: null }, /must not become null/],
  ])('refuses the input %j', (input, says) => {
    expect(new ProcessRun(yaml, input).problem).toMatchObject({
      code: 'bad-assign',
      defect: false,
      message: expect.stringMatching(says),
    });
  });
});

describe('always', () => {
  const yaml = `
views: { bids: { source: bids, changedBy: BIDS_CHANGED } }
initial: a
states:
  a:
    always:
      - { guard: 'bids.count > 2', target: many }
      - { guard: 'bids.count > 0', target: some }
  some: { on: { GO: many } }
  many: { type: final }
`;

  it('is looked at again when a view has changed, in the order of its branches', () => {
    const run = new ProcessRun(yaml).with({ views: { bids: { count: 0 } } });
    expect(run.problem.code).toBe('guard-null');
    const open = new ProcessRun(
      yaml
        .replace("'bids.count > 2'", "'bids != null and bids.count > 2'")
        .replace("'bids.count > 0'", "'bids != null and bids.count > 0'"),
    );
    expect(open.active).toEqual(['a']);
    open.with({ views: { bids: { count: 0 } } }).send('BIDS_CHANGED');
    expect(open.outcome).toMatchObject({ ok: true, handled: false, active: ['a'] });
    open.with({ views: { bids: { count: 3 } } }).send('BIDS_CHANGED');
    expect(open.outcome).toMatchObject({ ok: true, handled: true, active: ['many'] });
  });
});

describe('after', () => {
  const yaml = `
parameters: { noticePeriod: { type: duration, default: P3WD, law: law-1 }, lead: { type: duration, default: P2D } }
variables: { day: { type: date, default: 2026-03-31 }, ready: { type: boolean, default: false } }
initial: a
states:
  a:
    after: { noticePeriod: { guard: ready, target: b }, day: b }
    always: { guard: 'ready and elapsed("noticePeriod")', target: b }
    on:
      READY: { assign: { ready: true } }
      AGAIN: { target: a, reenter: true }
      MORE: { extend: { deadline: noticePeriod, atLeast: lead } }
      LATE: { guard: 'elapsed("noticePeriod")' }
      LEAVE: b
  b: { on: { BACK: a, END: c } }
  c: { type: final }
`;

  it('is armed on entry and disarmed on leaving', () => {
    const run = new ProcessRun(yaml);
    expect(run.effects).toEqual(['enter a', 'arm a noticePeriod P3WD', 'arm a day 2026-03-31']);
    expect(run.outcome).toMatchObject({
      effects: expect.arrayContaining([
        { kind: 'arm', state: 'a', deadline: 'noticePeriod', duration: 'P3WD', law: 'law-1' },
      ]),
    });
    expect(run.send('LEAVE').effects).toEqual(['exit a', 'disarm a noticePeriod', 'disarm a day', 'enter b']);
    expect(run.send('BACK').effects).toContain('arm a noticePeriod P3WD');
  });

  it('moves the process when it passes, and is not disarmed then', () => {
    const run = new ProcessRun(yaml).pass('a', 'day');
    expect(run.effects).toEqual(['exit a', 'disarm a noticePeriod', 'enter b']);
  });

  it('stays true as elapsed when its guard held it back, until it is armed anew', () => {
    const run = new ProcessRun(yaml).pass('a', 'noticePeriod');
    expect(run.outcome).toMatchObject({ ok: true, handled: false, active: ['a'] });
    expect(run.send('LATE').outcome).toMatchObject({ ok: true, handled: true });
    expect(run.send('AGAIN').effects).toEqual([
      'exit a',
      'disarm a day',
      'enter a',
      'arm a noticePeriod P3WD',
      'arm a day 2026-03-31',
    ]);
    expect(run.send('LATE').problem.code).toBe('guard-refused');
    run.pass('a', 'noticePeriod').send('READY');
    expect([run.active, run.effects]).toEqual([['b'], ['exit a', 'disarm a day', 'enter b']]);
  });

  it('is extended by data: the period never restarts', () => {
    const run = new ProcessRun(yaml).send('MORE');
    expect([run.effects, run.active]).toEqual([['extend noticePeriod P2D'], ['a']]);
    expect(run.with({ parameters: { lead: 'P9D' } }).send('MORE').effects).toEqual(['extend noticePeriod P9D']);
  });

  it('of a state that is not active cannot pass', () => {
    const run = new ProcessRun(yaml).send('LEAVE').pass('a', 'noticePeriod');
    expect(run.problem).toMatchObject({ code: 'not-accepted', state: 'a' });
    expect(run.pass('x', 'noticePeriod').problem.code).toBe('unknown-state');
    expect(run.pass('b', 'noticePeriod').problem).toMatchObject({ code: 'unknown-event', defect: true });
  });
});

describe('nested and parallel states', () => {
  const yaml = `
variables: { result: { type: string, default: '' } }
initial: work
states:
  work:
    type: parallel
    on: { CANCEL: cancelled, PAUSE: paused }
    states:
      logs: { initial: writing, states: { writing: { on: { LOGGED: done } }, done: { type: final } } }
      reports:
        initial: first
        states:
          first: { on: { REPORTED: second } }
          second: { on: { REPORTED: over } }
          over: { type: final }
      memory: { type: history, history: deep }
    onDone: { target: rated, assign: { result: '"all"' } }
  paused: { on: { RESUME: work.memory } }
  rated:
    initial: scoring
    states: { scoring: { on: { SCORE: scored } }, scored: { type: final, output: { grade: '"优"' } } }
    onDone: { target: end, assign: { result: output.grade } }
  cancelled: { type: final, output: { result: '"cancelled"' } }
  end: { type: final, output: { result: result } }
`;

  it('run side by side and are done together', () => {
    const run = new ProcessRun(yaml);
    expect(run.active).toEqual(['work.logs.writing', 'work.reports.first']);
    run.send('LOGGED').send('REPORTED');
    expect(run.active).toEqual(['work.logs.done', 'work.reports.second']);
    expect(run.send('REPORTED').active).toEqual(['rated.scoring']);
    expect(run.send('SCORE').outcome).toMatchObject({ status: 'done', output: { result: '优' } });
  });

  it('are left together, the inner ones first', () => {
    const run = new ProcessRun(yaml).send('CANCEL');
    expect(run.effects).toEqual([
      'exit work.reports.first',
      'exit work.reports',
      'exit work.logs.writing',
      'exit work.logs',
      'exit work',
      'enter cancelled',
      'exit cancelled',
    ]);
  });

  it('are remembered by a history state', () => {
    const run = new ProcessRun(yaml).send('REPORTED').send('PAUSE').send('RESUME');
    expect(run.active).toEqual(['work.logs.writing', 'work.reports.second']);
  });

  it('know their regions', () => {
    const { process } = new ProcessRun(yaml);
    expect(['work', 'work.logs', 'work.logs.writing', 'rated.scoring'].map((path) => process.regionOf(path))).toEqual([
      '',
      'work.logs',
      'work.logs',
      '',
    ]);
  });

  it('going back stays within the region', () => {
    const run = new ProcessRun(yaml).send('REPORTED').goTo('work.reports.first');
    expect([run.active, run.effects]).toEqual([
      ['work.logs.writing', 'work.reports.first'],
      ['exit work.reports.second', 'enter work.reports.first'],
    ]);
    expect(run.goTo('work.reports').problem).toMatchObject({
      code: 'unknown-state',
      message: expect.stringContaining('region'),
    });
    expect(run.goTo('end').problem).toMatchObject({ code: 'unknown-state', message: expect.stringContaining('final') });
    expect(run.goTo('rated').active).toEqual(['rated.scoring']);
    expect(run.goTo('work.reports.second').problem.code).toBe('not-accepted');
  });
});

describe('subprocess', () => {
  const yaml = `
variables: { method: { type: string, default: consultation }, grade: { type: string } }
initial: buying
states:
  buying:
    subprocess: { process: '= "procurement." + method', with: { amount: 100 } }
    onDone:
      - { guard: output.awarded, target: end, assign: { grade: output.grade } }
      - { target: failed }
    on: { CANCEL: failed }
  failed: { type: final }
  end: { type: final, output: { grade: grade } }
`;

  it('starts a child chosen by an expression and takes up its output', () => {
    const run = new ProcessRun(yaml);
    expect(run.effects).toEqual(['enter buying', 'startChild buying procurement.consultation {"amount":100}']);
    run.complete('buying', { awarded: true, grade: '优' });
    expect(run.outcome).toMatchObject({ status: 'done', output: { grade: '优' } });
    expect(run.effects).toEqual(['exit buying', 'enter end', 'exit end']);
  });

  it('stops the child when the state is left before', () => {
    const run = new ProcessRun(yaml).send('CANCEL');
    expect(run.effects).toEqual(['stopChild buying', 'exit buying', 'enter failed', 'exit failed']);
    expect(new ProcessRun(yaml).complete('failed').problem.code).toBe('unknown-state');
  });
});
