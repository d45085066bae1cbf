import { describe, expect, it } from '@jest/globals';
import type { CaseReasons, SimulationReport, WhatIfReport } from '#libs/engine';
import { openRunLines } from './open-runs.printer.js';
import { ProgressBar } from './progress.bar.js';
import { reasonLines } from './reasons.printer.js';
import { simulationLines, table } from './simulation.printer.js';
import { whatIfLines } from './what-if.printer.js';

const SIMULATION: SimulationReport = {
  ...{ process: 'a.b', version: 1, division: '', cases: 10, seed: 7, from: '2024-01-01', to: '2024-12-30' },
  ...{
    steps: 50,
    ended: 9,
    stuck: 1,
    duration: { p10: 1, p50: 2, p90: 3 },
    tasks: 20,
    missed: 5,
    reminders: 4,
    returned: 2,
  },
  ...{ withdrawn: 1, vacant: 3 },
  outcomes: [{ state: 'done', title: '办结', output: {}, count: 9, share: 0.9 }],
  places: [{ process: 'a.b', state: 's', title: '公示', waitingOn: 'after period', visits: 9, days: 30, share: 1 }],
  waiting: [{ waitingOn: 'until signedOn', days: 30, share: 1 }],
  deadlines: [],
  escalations: [{ level: 'head', count: 5 }],
  neverTaken: [{ process: 'a.b', state: 's', event: 'REJECT' }],
  stuckCases: [{ states: ['a.b:s'], reason: 'nothing more will happen', count: 1, case: 3, path: ['a.b start'] }],
  provisional: 2,
};

const WHAT_IF: WhatIfReport = {
  ...{ process: 'a.b', toVersion: 2, instances: 3, unchanged: 2, stuck: 1 },
  ...{ withMovedDeadlines: 1, withOtherApprovals: 1, withRefusedForms: 1 },
  findings: [
    {
      ...{ rootId: 5, instanceId: 6, title: '项目', status: 'active', fromVersion: 1, played: 2, steps: 4 },
      stuck: {
        ...{ step: 2, seq: 9, at: '2026-01-05T01:00:00.000Z', event: 'APPROVE', states: ['s'], code: 'guard-refused' },
        ...{ reason: 'refused', guard: 'amount <= 5', values: { amount: 7 } },
      },
      deadlines: [
        {
          state: 's',
          title: '公示',
          deadline: 'period',
          oldDue: '2026-01-05T16:00:00.000Z',
          newDue: null,
          isOpen: true,
        },
      ],
      approvals: [{ state: 's', title: '审核', change: 'reassigned', from: 'a/b', to: 'a/c' }],
      forms: [{ seq: 9, event: 'SUBMIT', form: 'need', fields: [{ field: '/x', zh: '必填', en: 'required' }] }],
    },
  ],
};

const LEADER = { organisation: 'purchaser', role: 'leader', roleTitle: '分管领导' };

const REASONS: CaseReasons = {
  ...{ id: 5, title: '项目', status: 'open', businessAt: new Date(0), instances: [] },
  actions: [
    {
      ...{ instanceId: 6, process: 'a.b', taskId: 7, state: 's', stateTitle: '审核', event: 'APPROVE', title: '通过' },
      ...{ by: { ...LEADER, organisations: ['县民政局'] }, verdict: 'blocked', because: 'guard' },
      ...{ guard: 'amount <= 5', values: { amount: 7 }, valueTitles: { amount: '金额' } },
      unblock: [
        {
          ...{
            reads: 'amount',
            readsTitle: '金额',
            kind: 'event',
            name: 'SUBMIT',
            state: 'd',
            stateTitle: '起草',
            isNow: false,
          },
          by: { organisation: 'contractor', role: 'officer', organisations: [], roleTitle: '经办' },
        },
      ],
    },
  ],
  deadlines: [
    {
      ...{ instanceId: 6, state: 's', stateTitle: '审核', deadline: 'due', kind: 'due', period: 'P5WD' },
      deadlineTitle: '办理时限',
      ...{ dueAt: new Date('2026-01-05T16:00:00.000Z'), nextAt: new Date(0), provisional: true, held: false },
      lines: [{ zh: '第1至5个工作日。', en: '' }],
      law: { reference: 'x#5', title: '某办法', article: '5', text: '五个工作日内审核。' },
      next: { kind: 'remind', at: '2026-01-04T01:00:00.000Z' },
      ladder: [
        { level: 'head', at: '2026-01-07T01:00:00.000Z', role: '负责人', organisations: ['民政局'], persons: [] },
      ],
    },
  ],
  suspensions: [
    {
      ...{
        instanceId: 8,
        process: '投诉处理',
        scope: 'case',
        cause: 'x#28',
        since: new Date('2026-01-05T01:00:00.000Z'),
      },
      law: { reference: 'x#28', title: '某办法', article: '28', text: null },
      goesOn: ['投诉审查'],
    },
  ],
  standing: [
    {
      ...{ instanceId: 6, state: 's', stateTitle: '审核', deadline: 'answer', deadlineTitle: '答复期', kind: 'after' },
      ...{ period: 'P10WD', remaining: 'P6WD', remainingTitle: '6个工作日' },
    },
  ],
};

describe('simulationLines', () => {
  it('gives the figures, in Chinese, and where a case got stuck', () => {
    const text = simulationLines(SIMULATION).join('\n');
    for (const part of [
      'p10 1  p50 2  p90 3',
      '办结(done)',
      '期限 period',
      '未到 signedOn',
      '退回 2 次，撤回 1 次；3 件次',
      '逾期 5 件次(25.0%)',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('卡住 1 件,如第 4 件: a.b:s');
    expect(text).toContain('暂定');
  });
});

describe('whatIfLines', () => {
  it('gives each finding', () => {
    const text = whatIfLines(WHAT_IF).join('\n');
    expect(text).toContain('卡住: 第 2 步 APPROVE,停在 s: refused(条件 amount <= 5,当前值 {"amount":7})');
    expect(text).toMatch(/公示\s+period\s+2026-01-06 00:00\s+无\s+是/);
    expect(text).toContain('改由 审核: a/b → a/c');
    expect(text).toContain('表单 need(SUBMIT): /x 必填');
  });
});

describe('openRunLines', () => {
  it('gives a line for each open run', () => {
    const [finding] = WHAT_IF.findings;
    const run = { name: 'open-budget', process: 'a.b', toVersion: 2, finding: finding ?? null };
    const unchanged = { ...WHAT_IF.findings[0], stuck: null, deadlines: [], approvals: [], forms: [] };
    const text = openRunLines([
      run,
      { ...run, finding: unchanged as NonNullable<typeof run.finding> },
      { ...run, toVersion: null, finding: null },
    ]).join('\n');
    expect(text).toMatch(
      /open-budget +a\.b +1 → 2 +卡住：第 2 步 APPROVE（refused）；期限变动 1 项；办理人变动 1 项；表单不合 1 份/,
    );
    expect(text).toMatch(/1 → 2 +不受影响/);
    expect(text).toMatch(/— → — +流程已不再提供/);
    expect(openRunLines([])).toEqual(['在办记录试算：没有在办的记录']);
  });
});

describe('reasonLines', () => {
  it('gives guard, values, who can unblock, law and ladder', () => {
    const text = reasonLines(REASONS).join('\n');
    expect(text).toContain('审核 · 通过(APPROVE) — 不可办: 条件不成立,办理人 县民政局 分管领导');
    expect(text).toContain('金额(amount) 可由事件 SUBMIT 改变,由 contractor 经办,在“起草”');
    expect(text).toContain('依据 《某办法》 5: 五个工作日内审核。');
    expect(text).toContain('上报 head 2026-01-07 09:00: 民政局 负责人 (空缺,顺延下一级)');
    expect(text).toContain('自 2026-01-05 09:00 起暂停,由“投诉处理”引起,依据 《某办法》28');
    expect(text).toContain('审核 · 答复期: 停止计算,剩余 6个工作日');
  });
});

describe('table', () => {
  it('counts Chinese characters as two columns', () => {
    expect(table('题', ['甲', 'b'], [['长一点', 'x']])).toEqual(['', '题', '  甲      b', '  长一点  x']);
    expect(table('题', ['甲'], [])).toEqual([]);
  });
});

describe('ProgressBar', () => {
  it('writes each percent once, and only to a terminal', () => {
    const written: string[] = [];
    const stream = { isTTY: true, write: (text: string) => written.push(text) };
    const bar = new ProgressBar(200, stream);
    for (let done = 1; done <= 200; done += 1) bar.show(done);
    expect(written.filter((text) => text.startsWith('\r'))).toHaveLength(101);
    new ProgressBar(2, { ...stream, isTTY: false }).show(1);
    expect(written.at(-1)).toBe('\n');
  });
});
