import type { LawBook } from '../definitions/law.book.js';
import { durationWords } from '../publishing/diff/wording.js';
import type { ArmedAt, DeadlineRegister, RegisteredDeadline, RegisteredPeriod } from './deadline-register.js';

const HEAD = `# 期限一览 · Deadlines

<!-- Generated from config/deadlines.yaml by \`sanshe deadlines list --write\`; do not edit. -->

每一行对应一个期限;“由流程启动”写明启动它的流程、环节和参数,参数可由地区在法定幅度内调整(\`config/regions/\`)。天数按国务院放假安排计算,见 \`libs/calendar\`。
Each row is a deadline. _Armed by_ names process, state and parameter; regions may set parameters within the bounds of the law. What is pending waits for a process that is not there yet, and says for which.
`;

/** docs/deadlines.md: every deadline of the register, and which of them wait for a process. */
export function deadlinePage({ deadlines, stages }: DeadlineRegister, laws: LawBook): string {
  const sections = [...stages].flatMap(([name, title]) => {
    const own = deadlines.filter(({ stage }) => stage === name);
    return own.length === 0 ? [] : [`## ${title.zh} · ${title.en}`, ...own.map((deadline) => section(deadline, laws))];
  });
  const waiting = pendingPeriods(deadlines);
  const counts = `${deadlines.length} deadlines, ${deadlines.flatMap(({ periods }) => periods).length} periods: ${
    waiting.length
  } pending.`;
  return `${[HEAD.trimEnd(), counts, ...sections, '## 待启用 · Pending', waiting.map(pendingLine).join('\n')].join('\n\n')}\n`;
}

/** A period that nothing arms yet, with the deadline that it belongs to. */
export interface PendingPeriod {
  readonly id: string;
  readonly period: RegisteredPeriod;
}

export function pendingPeriods(deadlines: readonly RegisteredDeadline[]): readonly PendingPeriod[] {
  return deadlines.flatMap(({ id, periods }) =>
    periods.filter(({ pending }) => pending !== undefined).map((period) => ({ id, period })),
  );
}

function section({ id, title, trigger, basis, expiry, periods }: RegisteredDeadline, laws: LawBook): string {
  return [
    `### ${id} ${title.zh} · ${title.en}`,
    '',
    `- 起算 · From: ${trigger.zh} · ${trigger.en}`,
    `- 依据 · Basis: ${basis.map((reference) => `${laws.cite(reference)} (\`${reference}\`)`).join('; ')}`,
    `- 届满 · When over: ${expiry.zh} · ${expiry.en}`,
    '',
    '| 期限 Period | 时长 Length | 责任岗位 Owner | 上报 Ladder | 由流程启动 Armed by |',
    '| --- | --- | --- | --- | --- |',
    ...periods.map((period) => `| ${cells(period).join(' | ')} |`),
  ].join('\n');
}

function cells({ title, length, bound, owner, ladder, armed, pending }: RegisteredPeriod): readonly string[] {
  const { zh, en } = durationWords(length);
  const words = length === 'P0D' ? '案件所定之日 · the day of the case' : `${zh} · ${en}`;
  return [
    `${title.zh} · ${title.en}`,
    bound === 'least' ? `≥ ${words}` : words,
    `${owner.organisation} ${owner.role}`,
    ladder,
    armed ? armedCell(armed) : `待启用: ${pending?.zh ?? ''}`,
  ];
}

function armedCell({ process, state, by, parameter }: ArmedAt): string {
  const name = parameter === undefined ? '' : ` \`${parameter}\``;
  return `\`${process}\` \`${state}\` (${by})${name}`;
}

function pendingLine({ id, period }: PendingPeriod): string {
  return `- ${id} ${period.title.zh} · ${period.title.en}: ${period.pending?.zh} · ${period.pending?.en}`;
}
