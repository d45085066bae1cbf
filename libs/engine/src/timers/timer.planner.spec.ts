import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#libs/calendar';
import { TimerPlanner } from './timer.planner.js';

const planner = new TimerPlanner(chinaCalendar([]));
const AT = new Date('2026-04-20T02:00:00.000Z');

describe('the planner of timers', () => {
  it('counts working days back from a date, over a holiday', () => {
    const plan = planner.after(AT, { date: '2026-05-08', minus: 'P3WD', law: 'example-law#7' });
    // 7 and 6 May, then 30 April: 1 to 5 May are days off.
    expect(plan.dueAt.toISOString()).toBe('2026-04-30T16:00:00.000Z');
    expect(plan).toMatchObject({ law: 'example-law#7', provisional: false });
    expect(plan.computation.length).toBeGreaterThan(1);
  });

  it('counts natural days back and rolls away from whom the period protects', () => {
    const plan = planner.after(AT, { date: '2026-05-08', minus: 'P5D' });
    expect(plan.dueAt.toISOString()).toBe('2026-04-30T16:00:00.000Z');
  });

  it('climbs the whole ladder from the opening where a task was due before it opened', () => {
    const ladder = [
      { after: 'P1D', level: 'head', to: { organisation: 'owner', role: 'head' } },
      { after: 'P3WD', level: 'leader', to: { organisation: 'purchaser', role: 'leader' } },
    ];
    const plan = planner.due(
      {
        bundle: {
          content: { parameters: {}, ladders: { short: ladder } },
          compiled: { definition: { parameters: {} } },
        },
        tx: { root: { id: 0 } },
        pending: { at: AT },
        instance: { snapshot: null },
      },
      {
        assignee: { organisation: 'purchaser', role: 'head' },
        not: [],
        allow: [],
        due: { within: 'P0D', remind: ['-P1D', 'P0D'], escalate: 'short', onOverdue: 'LAPSE' },
      },
    );
    // Opened at ten on Monday the 20th: the due day of its reminder began at nine.
    expect(plan?.steps.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'overdue 2026-04-20T16:00:00.000Z',
      'rung 2026-04-21T01:00:00.000Z',
      'rung 2026-04-23T01:00:00.000Z',
    ]);
  });

  it('takes a date as the end of that day', () => {
    expect(planner.after(AT, { date: '2026-05-08' }).dueAt.toISOString()).toBe('2026-05-08T16:00:00.000Z');
  });
});
