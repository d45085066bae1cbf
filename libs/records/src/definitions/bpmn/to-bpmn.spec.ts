import { describe, expect, it } from '@jest/globals';
import { aProcess } from '../../testing/a-process.js';
import { toBpmn } from './to-bpmn.js';

const process = aProcess(`
parameters: { period: { type: duration, default: P3WD }, lead: { type: duration, default: P1D } }
variables: { n: { type: integer, default: 0 } }
initial: preparing
states:
  preparing: { task: { assignee: { organisation: purchaser, role: officer }, due: none }, on: { GO: open } }
  open:
    type: parallel
    onDone: deciding
    on: { EXTEND: { extend: { deadline: period, atLeast: lead } } }
    states:
      one: { initial: a, states: { a: { after: { period: b } }, b: { type: final } } }
      two: { initial: a, states: { a: { on: { ANSWER: b } }, b: { type: final } } }
      three: { initial: a, states: { a: { on: { ANSWER: b } }, b: { type: final } } }
      memory: { type: history }
  deciding:
    task:
      assignee: { organisation: purchaser, role: officer }
      not: [preparing]
      allow: [return, withdraw]
      due: { within: P5WD }
    on:
      VOTE: { once: true, assign: { n: n + 1 }, actions: { effect: vote.record, with: { text: '"<赞成 & 反对>"' } } }
      CLOSE: { guard: 'elapsed("period") and n > 2', target: done }
      AGAIN: { target: open.memory }
  done: { type: final }
`);

describe('toBpmn', () => {
  it('lists by name what BPMN cannot say', async () => {
    const { report } = await toBpmn(process);
    expect(report.outside.map(({ construct }) => construct)).toEqual([
      'assign',
      'effect',
      'due',
      'separation',
      'return',
      'withdraw',
      'once',
      'extend',
      'elapsed',
      'history',
      'stay',
      'broadcast',
    ]);
    expect(report.outside.find(({ construct }) => construct === 'broadcast')?.items).toEqual([
      { construct: 'broadcast', state: 'open', detail: 'ANSWER' },
    ]);
  });

  it('names tables, counted-back periods, excepted states, suspensions and children by the list', async () => {
    const { report, xml } = await toBpmn(
      aProcess(`
parameters: { lead: { type: duration, default: P3WD } }
variables:
  closingDate: { type: date, default: 2026-05-08 }
  amount: { type: money, default: 5 }
  lots: { type: list, default: [] }
deadlines: { questionsClose: { until: closingDate, minus: lead } }
decisions: { route: { table: procurement-method, with: { amount: amount } } }
on: { CANCEL: { target: cancelled, except: [buying] } }
initial: asking
states:
  asking:
    after: { questionsClose: waiting }
    on: { AGAIN: { target: asking, reenter: true } }
  waiting:
    entry: { suspend: { cause: example-law#28, except: [buying] } }
    exit: { resume: example-law#28 }
    on: { GO: buying }
  buying:
    subprocess: { process: test.lot, each: lots, as: lot }
    onDone: done
  done: { type: final }
  cancelled: { type: final }
`),
    );
    const told = report.outside.map(({ construct, items }) => [construct, ...items.map(({ detail }) => detail)]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['decision', 'route(procurement-method)'],
        ['counted-back', 'questionsClose(closingDate − lead)'],
        ['except', 'CANCEL:buying'],
        ['each', 'lots'],
        ['reenter', 'AGAIN'],
        ['suspend', 'suspend(instance、example-law#28、buying)', 'resume(instance、example-law#28)'],
      ]),
    );
    expect(xml).toContain('decision：条件取决于决策表：route(procurement-method)');
  });

  it('carries assignments, effects and guards as they stand', async () => {
    const { xml } = await toBpmn(process);
    expect(xml).toContain('<sanshe:assign variable="n" expression="n + 1"/>');
    expect(xml).toContain('&lt;赞成 &amp; 反对&gt;');
    expect(xml).toContain('event = &quot;CLOSE&quot; and (elapsed(&quot;period&quot;) and n &gt; 2)');
    expect(xml).toMatch(/<bpmn:timeDuration [^>]*>period<\/bpmn:timeDuration>/);
  });

  it('calls a process many times where the definition has one for each', async () => {
    const { xml } = await toBpmn(
      aProcess(`
variables: { lots: { type: list, default: [1, 2] } }
initial: buying
states:
  buying:
    subprocess: { process: test.lot, each: lots, as: lot }
    onDone: done
  done: { type: final }
`),
    );
    expect(xml).toContain('<bpmn:callActivity id="buying" name="buying" calledElement="test_lot">');
    expect(xml).toContain('<bpmn:multiInstanceLoopCharacteristics/>');
  });
});
