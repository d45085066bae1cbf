import { describe, expect, it } from '@jest/globals';
import { ProcessRun, problemsOf } from '../testing/a-process.js';

const WINDOW = `
parameters: { lead: { type: duration, default: P3WD } }
variables: { closingDate: { type: date }, asked: { type: integer, default: 0 } }
deadlines: { questionsClose: { until: closingDate, minus: lead, law: example-law#7 } }
initial: planning
states:
  planning: { on: { PUBLISH: { target: open, assign: { closingDate: command.payload.date } } } }
  open:
    after: { questionsClose: {}, closingDate: closed }
    on:
      ASK: { guard: 'not(elapsed("questionsClose"))', assign: { asked: 'asked + 1' } }
  closed: { type: final }
`;

describe('a deadline counted back from another date', () => {
  it('is armed with the date and what must be left before it', () => {
    const run = new ProcessRun(WINDOW).send('PUBLISH', { date: '2026-05-08' });
    expect(run.effects).toEqual([
      'exit planning',
      'enter open',
      'arm open questionsClose 2026-05-08 - P3WD',
      'arm open closingDate 2026-05-08',
    ]);
  });

  it('has what the region pinned for the instance', () => {
    const run = new ProcessRun(WINDOW).with({ parameters: { lead: 'P5WD' } }).send('PUBLISH', { date: '2026-05-08' });
    expect(run.effects).toContain('arm open questionsClose 2026-05-08 - P5WD');
  });

  it('can be asked for by guards', () => {
    const run = new ProcessRun(WINDOW).send('PUBLISH', { date: '2026-05-08' }).send('ASK');
    expect(run.variables).toMatchObject({ asked: 1 });
    expect(run.pass('open', 'questionsClose').send('ASK').problem.code).toBe('guard-refused');
  });

  it('is a defect while the date is not set', () => {
    const run = new ProcessRun(WINDOW).send('PUBLISH', { date: null });
    expect(run.problem).toMatchObject({ code: 'bad-delay', defect: true });
    expect(run.problem.message).toContain('`closingDate`');
  });

  it.each([
    ['until', WINDOW.replace('until: closingDate', 'until: asked'), 'unknown-name'],
    ['minus', WINDOW.replace('minus: lead', 'minus: P3X'), 'bad-duration'],
    ['name', WINDOW.replaceAll('questionsClose', 'lead'), 'name-taken'],
    ['after', WINDOW.replace('after: { questionsClose', 'after: { questionClose'), 'unknown-deadline'],
  ])('refuses a wrong `%s` by name', (_, yaml, code) => {
    expect(problemsOf(yaml).map((problem) => problem.code)).toContain(code);
  });
});
