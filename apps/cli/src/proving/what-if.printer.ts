import { localDateTime } from '#libs/calendar';
import type { WhatIfReport } from '#libs/engine';
import { table } from './simulation.printer.js';

type Finding = WhatIfReport['findings'][number];

const CHANGES = { added: '新增', vanished: '取消', reassigned: '改由' } as const;

/** The report of a what-if, in Chinese. */
export function whatIfLines(report: WhatIfReport): string[] {
  return [
    `试算 ${report.process}@${report.toVersion}: ${report.instances} 件历史,不受影响 ${report.unchanged} 件`,
    `将卡住 ${report.stuck} 件,期限变动 ${report.withMovedDeadlines} 件,办理人变动 ${report.withOtherApprovals} 件,表单不合 ${report.withRefusedForms} 件`,
    ...report.findings.flatMap(findingLines),
  ];
}

function findingLines(finding: Finding): string[] {
  const { rootId, title, status, fromVersion, stuck, deadlines, approvals, forms } = finding;
  const guard = stuck?.guard === undefined ? '' : `(条件 ${stuck.guard},当前值 ${JSON.stringify(stuck.values ?? {})})`;
  return [
    '',
    `#${rootId} ${title}(${status === 'active' ? '在办' : '办结'},第 ${fromVersion} 版)`,
    ...(stuck
      ? [`  卡住: 第 ${stuck.step} 步 ${stuck.event},停在 ${stuck.states.join('、')}: ${stuck.reason}${guard}`]
      : []),
    ...table(
      '  期限',
      ['环节', '期限', '原', '新', '在算'],
      deadlines.map(({ title: place, deadline, oldDue, newDue, isOpen }) => [
        place,
        deadline,
        localOf(oldDue),
        localOf(newDue),
        isOpen ? '是' : '否',
      ]),
    ).slice(1),
    ...approvals.map(
      ({ title: place, change, from, to }) => `  ${CHANGES[change]} ${place}: ${from ?? '—'} → ${to ?? '—'}`,
    ),
    ...forms.map(
      ({ event, form, fields }) =>
        `  表单 ${form}(${event}): ${fields.map(({ field, zh }) => `${field} ${zh}`).join(';')}`,
    ),
  ];
}

function localOf(due: string | null): string {
  return due === null ? '无' : localDateTime(due);
}
