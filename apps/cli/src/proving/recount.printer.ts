import { eventDate, localDateTime } from '#libs/calendar';
import type { RecountedDeadline, RecountReport } from '#libs/engine';
import { print } from '../cli.command.js';

interface Telling {
  readonly isJson: boolean;
  readonly isDry: boolean;
  /** Version of the calendar that counted. */
  readonly version: string;
}

/** Prints which deadlines a calendar moves: case, deadline, old, new and why. */
export function tellRecount(reports: readonly RecountReport[], telling: Telling): void {
  if (telling.isJson) return print(JSON.stringify({ ...telling, reports }));
  for (const line of recountLines(reports, telling)) print(line);
}

/** The lines of the list; the last one sums up. */
export function recountLines(reports: readonly RecountReport[], { isDry, version }: Omit<Telling, 'isJson'>): string[] {
  const deadlines = reports.flatMap((report) => report.deadlines);
  const count = (kind: RecountedDeadline['kind']): number => deadlines.filter((one) => one.kind === kind).length;
  const unknown = count('unknown');
  return [
    ...reports.flatMap(reportLines),
    [
      `${isDry ? '试算' : '已重算'}（日历 ${version}）：${count('moved')} 个期限变动，${count('settled')} 个由暂定转为确定`,
      ...(unknown > 0 ? [`${unknown} 个旧版期限没有起算记录，未动`] : []),
      `${reports.filter(({ ok }) => !ok).length} 个案件未能处理`,
    ].join('，'),
  ];
}

function reportLines({ rootId, ok, reason, deadlines }: RecountReport): string[] {
  if (!ok) return [`✗ 案件 ${rootId}：${reason}`];
  return deadlines.flatMap((one) => [
    `案件 ${rootId} ${one.caseTitle} · ${one.stateTitle} · ${one.deadlineTitle}：${changeOf(one)}`,
    ...one.lines.map((line) => `    ${line}`),
  ]);
}

function changeOf({ kind, was, due, wasProvisional, provisional, wasHeld }: RecountedDeadline): string {
  const old = `${dayTime(was)}${mark(wasProvisional)}`;
  if (kind === 'unknown') return `${old}，没有起算记录，未动`;
  const held = wasHeld && !provisional ? '；原到期待确认，现予办理' : '';
  return `${old} → ${dayTime(due)}${mark(provisional)}${held}`;
}

function mark(isProvisional: boolean): string {
  return isProvisional ? '（暂定）' : '';
}

/** The end of a day is told as that day's. */
function dayTime(at: Date): string {
  const told = localDateTime(at.toISOString());
  return told.endsWith(' 00:00') ? `${eventDate(at.toISOString())} 24:00` : told;
}
