import type { WhatIfReport } from '#libs/engine';
import { table } from './simulation.printer.js';

/** An open instance of a recorded case under the definition of now. */
export interface OpenRun {
  readonly name: string;
  readonly process: string;
  /** Null where the process is no longer shipped. */
  readonly toVersion: number | null;
  readonly finding: WhatIfReport['findings'][number] | null;
}

/** What would change in cases that are open, a line each. */
export function openRunLines(runs: readonly OpenRun[]): string[] {
  if (runs.length === 0) return ['在办记录试算：没有在办的记录'];
  return table('在办记录试算', ['记录', '流程', '版本', '结果'], runs.map(rowOf)).slice(1);
}

function rowOf({ name, process, toVersion, finding }: OpenRun): readonly string[] {
  const versions = `${finding?.fromVersion ?? '—'} → ${toVersion ?? '—'}`;
  return [name, process, versions, finding === null ? '流程已不再提供' : verdictOf(finding)];
}

function verdictOf({ stuck, deadlines, approvals, forms }: NonNullable<OpenRun['finding']>): string {
  const parts = [
    ...(stuck ? [`卡住：第 ${stuck.step} 步 ${stuck.event}（${stuck.reason}）`] : []),
    ...(deadlines.length > 0 ? [`期限变动 ${deadlines.length} 项`] : []),
    ...(approvals.length > 0 ? [`办理人变动 ${approvals.length} 项`] : []),
    ...(forms.length > 0 ? [`表单不合 ${forms.length} 份`] : []),
  ];
  return parts.length === 0 ? '不受影响' : parts.join('；');
}
