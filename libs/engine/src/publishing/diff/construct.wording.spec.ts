import { describe, expect, it } from '@jest/globals';
import { parseProcess, type ProcessDefinition } from '#libs/kernel';
import { diffDefinitions } from './diff-definitions.js';

const BASE = `
process: buying.standard
version: 1
title: 采购
law: [example-law]
owner: { organisation: purchaser, role: leader }
parameters:
  lead: { type: duration, default: P3WD, title: { zh: 提问截止期, en: Time for questions } }
  answerPeriod: { type: duration, default: P10WD, suspendable: [example-law#28], title: { zh: 答复期, en: Answer } }
variables:
  closingDate: { type: date, default: 2026-05-08, title: { zh: 截止日, en: Closing date } }
  lots: { type: list, default: [] }
  amount: { type: money, default: 5 }
deadlines:
  questionsClose: { until: closingDate, minus: lead, law: example-law#7 }
decisions:
  route: { table: procurement-method, with: { amount: amount } }
on:
  CANCEL: { title: { zh: 终止, en: Cancel }, target: cancelled, except: [buying] }
initial: asking
states:
  asking:
    title: { zh: 提问, en: Questions }
    after: { questionsClose: examining, answerPeriod: examining }
  examining:
    title: { zh: 投诉处理, en: Complaint }
    entry: { suspend: { scope: case, cause: example-law#28, except: [buying] } }
    exit: { resume: example-law#28 }
    task:
      assignee: { organisation: purchaser, role: leader }
      due: { within: P30D, suspendable: example-law#28 }
      allow: [return]
      sign: { mode: vote, pass: { ratio: 1/2 } }
    on: { APPROVE: buying, REJECT: cancelled }
  buying:
    title: { zh: 分包采购, en: Lots }
    subprocess: { process: buying.lot, each: lots, as: lot }
    onDone: done
  done: { type: final }
  cancelled: { type: final }
`;

function definitionOf(source: string): ProcessDefinition {
  const parsed = parseProcess(source, 'a.yaml');
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

const sentencesOf = (from: string, to: string) => {
  expect(BASE).toContain(from);
  return diffDefinitions(definitionOf(BASE), definitionOf(BASE.replace(from, to))).map(({ area, zh, en }) => [
    area,
    zh,
    en,
  ]);
};

describe('the words of a difference', () => {
  it.each([
    [
      'until: closingDate, minus: lead',
      'until: closingDate, minus: P5WD',
      'period',
      '倒推期限“questionsClose”由“截止日”之前“提问截止期”截止（依据example-law#7）改为“截止日”之前5个工作日截止（依据example-law#7）',
      'deadline "questionsClose" becomes ends 5 working days before "Closing date" (example-law#7) (was ends "Time for questions" before "Closing date" (example-law#7))',
    ],
    [
      'table: procurement-method',
      'table: county-method',
      'decision',
      '决定“route”由按决策表“procurement-method”确定（amount = amount）改为按决策表“county-method”确定（amount = amount）',
      'decision "route" becomes decided by the table "county-method" (amount = amount) (was decided by the table "procurement-method" (amount = amount))',
    ],
    [
      ', except: [buying] }\ninitial',
      ' }\ninitial',
      'condition',
      '取消操作“终止”不得发生的环节（原为“buying”）',
      'action "Cancel" excluded steps is removed (was “buying”)',
    ],
    [
      'scope: case, cause: example-law#28, except: [buying]',
      'cause: example-law#28',
      'effect',
      '环节“投诉处理”：进入时由因example-law#28暂停整个项目的办理和计时（buying除外）改为因example-law#28暂停本流程的办理和计时',
      'Step "Complaint": on entry becomes suspends this process under example-law#28 (was suspends the whole case under example-law#28 (but not buying))',
    ],
    [
      'default: P10WD, suspendable: [example-law#28]',
      'default: P10WD',
      'suspension',
      '取消“答复期”可以暂停的法定事由（原为example-law#28）',
      '"Answer" causes that stop it is removed (was example-law#28)',
    ],
    [
      'within: P30D, suspendable: example-law#28',
      'within: P30D, suspendable: [example-law#28, example-law#30]',
      'suspension',
      '环节“投诉处理”：时限可以暂停的法定事由由example-law#28改为example-law#28、example-law#30',
      'Step "Complaint": causes that stop the limit becomes example-law#28, example-law#30 (was example-law#28)',
    ],
    [
      'allow: [return]',
      'allow: [return, withdraw]',
      'step',
      '环节“投诉处理”：可用操作由认领、转办、委派、退回、抄送改为认领、转办、委派、退回、撤回、抄送',
      'Step "Complaint": operations becomes claim, transfer, delegate, return, withdraw, copy (was claim, transfer, delegate, return, copy)',
    ],
    [
      'ratio: 1/2',
      'ratio: 2/3',
      'actor',
      '环节“投诉处理”：通过条件由达到1/2同意改为达到2/3同意',
      'Step "Complaint": passes with becomes at least 2/3 (was at least 1/2)',
    ],
    [
      'each: lots, as: lot }',
      'each: lots, as: lot, completeWhen: "children.done > 2" }',
      'subprocess',
      '环节“分包采购”：子流程由按清单“lots”逐项（lot）启动“buying.lot”()，全部办结后继续改为按清单“lots”逐项（lot）启动“buying.lot”()，满足“children.done > 2”即继续，其余终止',
      'Step "Lots": subprocess becomes “buying.lot”() for each element (lot) of “lots”; goes on as soon as “children.done > 2” holds, the others are stopped (was “buying.lot”() for each element (lot) of “lots”; goes on when all are done)',
    ],
  ])('%s → %s', (...[from, to, area, zh, en]) => {
    expect(sentencesOf(from, to)).toEqual([[area, zh, en]]);
  });

  it('cites laws by their titles where they are known', () => {
    const other = definitionOf(BASE.replace('    exit: { resume: example-law#28 }\n', ''));
    const law = (id: string) => ({ zh: `《某法》第${id.split('#')[1]}条`, en: `Some law, art. ${id.split('#')[1]}` });
    expect(diffDefinitions(definitionOf(BASE), other, { law }).map(({ zh, en }) => [zh, en])).toEqual([
      ['环节“投诉处理”：离开时由恢复本流程因《某法》第28条的暂停改为无', expect.stringContaining('Some law, art. 28')],
    ]);
  });
});
