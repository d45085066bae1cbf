import { localDateTime } from '#libs/calendar';
import type { CaseReasons } from '#libs/engine';

type Action = CaseReasons['actions'][number];
type Deadline = CaseReasons['deadlines'][number];
type Unblocker = Action['unblock'][number];
type Post = NonNullable<Action['by']>;
type Suspension = CaseReasons['suspensions'][number];
type Standing = CaseReasons['standing'][number];

const KINDS = {
  event: '事件',
  subprocess: '子流程',
  records: '记录',
  deadline: '期限',
  parameter: '参数',
  form: '表单',
} as const;
const VERDICTS = { allowed: '可办', 'form-decides': '视填报内容', blocked: '不可办' } as const;
const OBSTACLES = {
  suspended: '已暂停',
  guard: '条件不成立',
  'not-assignee': '不是办理人',
  recused: '应当回避',
  'separation-of-duties': '不相容岗位',
} as const;
const STEPS = { fire: '到期', remind: '提醒', rung: '上报', overdue: '逾期' } as const;

/** Why a case stands where it stands, in Chinese. */
export function reasonLines(reasons: CaseReasons): string[] {
  return [
    `#${reasons.id} ${reasons.title}(${reasons.status === 'open' ? '在办' : '办结'})`,
    ...reasons.instances.flatMap(({ process, version, title, active }) =>
      active.map((state) => `  现处 ${title}(${process}@${version}): ${state.title}`),
    ),
    ...titled('操作', reasons.actions.flatMap(actionLines)),
    ...titled('期限', reasons.deadlines.flatMap(deadlineLines)),
    ...titled('暂停', [...reasons.suspensions.flatMap(suspensionLines), ...reasons.standing.map(standingLine)]),
  ];
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function actionLines({ stateTitle, title, event, verdict, because, by, guard, values, unblock }: Action): string[] {
  const who = by ? postOf(by) : '—';
  const reason = because === null ? '' : `: ${OBSTACLES[because]}`;
  return [
    `  ${stateTitle} · ${title}(${event}) — ${VERDICTS[verdict]}${reason},办理人 ${who}`,
    ...(guard === null ? [] : [`      条件 ${guard},当前值 ${JSON.stringify(values)}`]),
    ...unblock.map(unblockerLine),
  ];
}

function unblockerLine({ reads, readsTitle, kind, name, stateTitle, by, isNow }: Unblocker): string {
  const who = by ? `,由 ${postOf(by)}` : '';
  const place = stateTitle === null ? '' : `,在“${stateTitle}”${isNow ? '(现在)' : ''}`;
  return `      ${readsTitle}(${reads}) 可由${KINDS[kind]} ${name} 改变${who}${place}`;
}

function deadlineLines({
  stateTitle,
  deadlineTitle,
  dueAt,
  provisional,
  lines,
  law,
  next,
  ladder,
}: Deadline): string[] {
  return [
    `  ${stateTitle} · ${deadlineTitle}: ${localDateTime(dueAt.toISOString())}${provisional ? '(暂定)' : ''}`,
    ...lines.map((line) => `      ${textOf(line['zh'])}`),
    ...(law
      ? [
          `      依据 《${law.title}》${law.article === null ? '' : ` ${law.article}`}${law.text === null ? '' : `: ${law.text}`}`,
        ]
      : []),
    ...(next ? [`      下一步 ${STEPS[next.kind]} ${localDateTime(next.at)}`] : []),
    ...ladder.map(
      ({ level, at, organisations, role, persons }) =>
        `      上报 ${level} ${localDateTime(at)}: ${organisations.join('、')} ${role} ${persons.length > 0 ? persons.join('、') : '(空缺,顺延下一级)'}`,
    ),
  ];
}

function suspensionLines({ process, cause, law, since, goesOn }: Suspension): string[] {
  return [
    `  自 ${localDateTime(since.toISOString())} 起暂停,由“${process}”引起,依据 ${law ? `《${law.title}》${law.article ?? ''}` : cause}`,
    ...(goesOn.length > 0 ? [`      照常办理: ${goesOn.join('、')}`] : []),
  ];
}

function standingLine({ stateTitle, deadlineTitle, remainingTitle }: Standing): string {
  return `  ${stateTitle} · ${deadlineTitle}: 停止计算,剩余 ${remainingTitle}`;
}

/** By name where somebody stands there, by relation where nobody does yet. */
function postOf({ organisation, organisations, roleTitle }: Post): string {
  return `${organisations.length > 0 ? organisations.join('、') : organisation} ${roleTitle}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
