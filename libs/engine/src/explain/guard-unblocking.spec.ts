import { describe, expect, it } from '@jest/globals';
import { compileProcess, type CompiledProcess, parseProcess } from '#libs/kernel';
import { unblockersOf } from './guard-unblocking.js';

const SOURCE = `
process: test.process
title: 测试流程
owner: { organisation: purchaser, role: officer }
parameters: { least: { type: integer, default: 2 }, noticePeriod: { type: duration, default: P3WD } }
variables: { ready: { type: boolean, default: false, title: { zh: 材料齐备, en: Papers complete } } }
views: { bids: { source: test.bids, changedBy: BID } }
initial: running
states:
  running:
    type: parallel
    on:
      BID: { by: { organisation: bidder, role: legal-representative }, actions: { effect: bid.record } }
    states:
      notice:
        initial: on
        states:
          on: { title: 公告期, after: { noticePeriod: over } }
          over: { type: final }
      preparing:
        initial: drafting
        states:
          drafting:
            title: 起草
            task: { assignee: { organisation: purchaser, role: officer } }
            on: { FINISH: { target: over, assign: { ready: 'true' } } }
          over: { type: final }
      deciding:
        initial: waiting
        states:
          waiting:
            task: { assignee: { organisation: purchaser, role: leader } }
            on: { DECIDE: { guard: 'ready and bids.count >= least and elapsed("noticePeriod")', target: over } }
          over: { type: final }
    onDone: done
  done: { type: final }
`;

function compiled(): CompiledProcess {
  const parsed = parseProcess(SOURCE, 'test.yaml');
  const process = parsed.ok ? compileProcess(parsed.value) : parsed;
  if (!process.ok) throw new TypeError(JSON.stringify(process.problems));
  return process.value;
}

describe('unblockersOf', () => {
  const guard = 'ready and bids.count >= least and elapsed("noticePeriod")';
  const active = ['running.notice.on', 'running.preparing.drafting', 'running.deciding.waiting'];
  const found = unblockersOf(compiled(), {
    guard,
    reads: ['ready', 'bids.count', 'least', 'command.payload.sum'],
    active,
  });

  it('names the event that sets a variable, its people, and whether the case stands there', () => {
    expect(found.filter(({ reads }) => reads === 'ready')).toEqual([
      {
        ...{ reads: 'ready', readsTitle: '材料齐备', kind: 'event', name: 'FINISH', isNow: true },
        ...{ state: 'running.preparing.drafting', stateTitle: '起草' },
        by: { organisation: 'purchaser', role: 'officer' },
      },
    ]);
  });

  it('names the source of a view and who changes its records', () => {
    expect(found.find(({ reads }) => reads === 'bids.count')).toMatchObject({
      ...{ kind: 'records', name: 'test.bids (BID)', state: 'running', isNow: true },
      by: { organisation: 'bidder', role: 'legal-representative' },
    });
  });

  it('names parameters, the form, and the deadline that must pass', () => {
    const kinds = found.map(({ reads, kind, name }) => `${reads} ${kind} ${name}`);
    expect(kinds).toContain('least parameter least');
    expect(kinds).toContain('command.payload.sum form command.payload.sum');
    expect(found.at(-1)).toMatchObject({
      ...{ reads: 'elapsed("noticePeriod")', kind: 'deadline', name: 'noticePeriod' },
      ...{ state: 'running.notice.on', stateTitle: '公告期', isNow: true },
    });
  });

  it('says when nobody can do it now', () => {
    const later = unblockersOf(compiled(), { guard, reads: ['ready'], active: ['running.deciding.waiting'] });
    expect(later.map(({ isNow }) => isNow)).toEqual([false, false]);
  });
});
