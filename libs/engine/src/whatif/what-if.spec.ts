import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#libs/calendar';
import type { JsonObject, KernelEvent } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { prepare } from '../definitions/bundle.store.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { whatIf, whatIfReport } from './what-if.js';
import type { InstanceFinding, PastInstance, PastStep } from './what-if.report.js';

const planner = new TimerPlanner(chinaCalendar());
const NEED = {
  type: 'object',
  additionalProperties: false,
  required: ['amount'],
  properties: { amount: { type: 'integer' } },
};

const REVIEW = `
process: test.process
version: 1
title: 测试流程
owner: { organisation: purchaser, role: officer }
parameters: { noticePeriod: { type: duration, default: P10D } }
variables: { amount: { type: money, default: 0 } }
initial: drafting
states:
  drafting:
    title: 编制
    task: { assignee: { organisation: purchaser, role: officer }, form: need, due: { within: P5WD, escalate: none } }
    on: { SUBMIT: { target: review, assign: { amount: command.payload.amount } } }
  review:
    title: 审核
    task: { assignee: { organisation: purchaser, role: head } }
    on: { APPROVE: { guard: 'amount <= 5000', target: notice }, RETURN: drafting }
  notice:
    title: 公示
    after: { noticePeriod: signing }
  signing:
    title: 签发
    task: { assignee: { organisation: purchaser, role: leader } }
    on: { SIGN: done }
  done: { type: final }
`;

function bundle(source: string, parameters: Record<string, string> = { noticePeriod: 'P10D' }, form = NEED): Bundle {
  const frame = { process: 'test.process', version: 1, file: 'test.yaml', ladders: {} };
  return prepare({ ...frame, forms: { need: form }, source, parameters });
}

interface Entered {
  readonly state?: string;
  readonly payload?: JsonObject;
}

function row(seq: number, at: string, event: KernelEvent, entered: Entered = {}): PastStep {
  const { state, payload = {} } = entered;
  const kind = event.kind === 'event' ? 'acted' : event.kind === 'start' ? 'started' : event.kind;
  const facts = { step: { ...event }, ...(state === undefined ? {} : { state }) };
  return { seq, instanceId: 2, kind, at, actor: null, facts, payload };
}

const send = (name: string): KernelEvent => ({ kind: 'event', name });

const FINISHED: PastInstance = {
  ...{ rootId: 1, instanceId: 2, title: '项目', status: 'done' },
  steps: [
    row(1, '2026-03-02T01:00:00.000Z', { kind: 'start', input: {} }),
    row(2, '2026-03-03T01:00:00.000Z', send('SUBMIT'), { state: 'drafting', payload: { amount: 4000 } }),
    row(3, '2026-03-04T01:00:00.000Z', send('APPROVE'), { state: 'review' }),
    row(4, '2026-03-16T16:00:00.000Z', { kind: 'deadline', state: 'notice', deadline: 'noticePeriod' }),
    row(5, '2026-03-17T01:00:00.000Z', send('SIGN'), { state: 'signing' }),
  ],
};
const OPEN: PastInstance = { ...FINISHED, status: 'active', steps: FINISHED.steps.slice(0, 3) };

function compare(next: string | Bundle, history = FINISHED): InstanceFinding {
  return whatIf({ history, old: bundle(REVIEW), next: typeof next === 'string' ? bundle(next) : next }, planner);
}

const SAME = { stuck: null, deadlines: [], approvals: [], forms: [] };

describe('whatIf', () => {
  it('finds nothing where the definition is the same', () => {
    expect(compare(REVIEW)).toMatchObject({ ...SAME, played: 5, steps: 5 });
    expect(whatIfReport(bundle(REVIEW), [compare(REVIEW)])).toMatchObject({ instances: 1, unchanged: 1, findings: [] });
  });

  it('says who would be stuck: step, state, guard and values', () => {
    const { stuck } = compare(REVIEW.replace('amount <= 5000', 'amount <= 3000'));
    expect(stuck).toMatchObject({
      ...{ step: 3, seq: 3, event: 'APPROVE', states: ['review'], code: 'guard-refused' },
      ...{ guard: 'amount <= 3000', values: { amount: 4000 } },
    });
  });

  it('says which event is no longer accepted', () => {
    const { stuck } = compare(REVIEW.replace('SIGN: done', 'SEAL: done'));
    expect(stuck).toMatchObject({ step: 5, event: 'SIGN', states: ['signing'] });
  });

  it('says which deadlines move, and whether they are still running', () => {
    const longer = bundle(REVIEW.replace('within: P5WD', 'within: P7WD'), { noticePeriod: 'P15D' });
    const notice = { state: 'notice', deadline: 'noticePeriod', title: '公示' };
    const due = { state: 'drafting', deadline: 'due', title: '编制', isOpen: false };
    const moved = { oldDue: '2026-03-16T16:00:00.000Z', newDue: '2026-03-19T16:00:00.000Z' };
    expect(compare(longer).deadlines).toEqual([
      { ...due, oldDue: '2026-03-09T16:00:00.000Z', newDue: '2026-03-11T16:00:00.000Z' },
      { ...notice, isOpen: false, ...moved },
    ]);
    expect(compare(longer, OPEN).deadlines[1]).toEqual({ ...notice, isOpen: true, ...moved });
    expect(compare(longer).stuck).toBeNull();
  });

  it('says whose approvals change', () => {
    const other = REVIEW.replace('role: head', 'role: deputy-leader');
    const change = { state: 'review', title: '审核', change: 'reassigned' };
    expect(compare(other).approvals).toEqual([{ ...change, from: 'purchaser/head', to: 'purchaser/deputy-leader' }]);
  });

  it('goes through a step that is new, and names it', () => {
    const next = REVIEW.replace('SUBMIT: { target: review,', 'SUBMIT: { target: checking,').replace(
      '  notice:\n',
      '  checking:\n    title: 复核\n    task: { assignee: { organisation: finance, role: head } }\n    on: { REFUSE: done, PASS: review }\n  notice:\n',
    );
    expect(compare(next)).toMatchObject({
      stuck: null,
      approvals: [{ state: 'checking', title: '复核', change: 'added', from: null, to: 'finance/head' }],
    });
  });

  it('skips a step that is gone, and names it', () => {
    const next = REVIEW.replace(/ {2}review:[^]*? {2}notice:/, '  notice:').replace('target: review', 'target: notice');
    expect(compare(next)).toMatchObject({
      stuck: null,
      approvals: [{ state: 'review', change: 'vanished', from: 'purchaser/head', to: null }],
    });
  });

  it('lets a deadline pass that only the new definition has', () => {
    const next = REVIEW.replace(
      '{ noticePeriod: { type: duration, default: P10D } }',
      '{ noticePeriod: { type: duration, default: P10D }, silence: { type: duration, default: PT2H } }',
    ).replace('role: head } }\n', 'role: head } }\n    after: { silence: notice }\n');
    const { stuck, deadlines } = compare(bundle(next, { noticePeriod: 'P10D', silence: 'PT2H' }));
    expect(stuck).toMatchObject({ step: 3, event: 'APPROVE', states: ['notice'] });
    expect(deadlines).toContainEqual(
      expect.objectContaining({
        state: 'review',
        deadline: 'silence',
        oldDue: null,
        newDue: '2026-03-03T03:00:00.000Z',
      }),
    );
  });

  it('says which entries the new form would not have taken', () => {
    const stricter = {
      ...NEED,
      required: ['amount', 'reason'],
      properties: { ...NEED.properties, reason: { type: 'string' } },
    };
    const { forms, stuck } = compare(bundle(REVIEW, undefined, stricter));
    expect(forms).toMatchObject([{ seq: 2, event: 'SUBMIT', form: 'need', fields: [{ field: '/reason' }] }]);
    expect(stuck).toBeNull();
  });

  it('counts in the report, open instances first', () => {
    const next = bundle(REVIEW, { noticePeriod: 'P15D' });
    const report = whatIfReport(next, [compare(next), compare(next, { ...OPEN, rootId: 9 }), compare(REVIEW)]);
    expect(report).toMatchObject({ instances: 3, unchanged: 1, stuck: 0, withMovedDeadlines: 2 });
    expect(report.findings.map(({ rootId }) => rootId)).toEqual([9, 1]);
  });
});
