import type { SimulationReport } from '#libs/engine';

const MOST_ROWS = 12;
const WAITING: { readonly [word: string]: string } = {
  after: '期限',
  until: '未到',
  vacant: '岗位空缺',
  suspended: '暂停',
};
/** Columns of a Chinese character. */
const WIDE = /[\u2e80-\uffef]/;

/** The report of a simulation as tables, in Chinese. */
export function simulationLines(report: SimulationReport): string[] {
  return [
    `仿真 ${report.process}@${report.version}  ${report.cases} 件  随机种子 ${report.seed}  区划 ${report.division || '全国'}  ${report.from} 至 ${report.to} 启动`,
    '各项办理时间均为 config/simulation.yaml 中的假设,不是实测。',
    `办结 ${report.ended} 件,卡住 ${report.stuck} 件;共 ${report.steps} 步。`,
    `历时(工作日): p10 ${report.duration.p10}  p50 ${report.duration.p50}  p90 ${report.duration.p90}`,
    ...table('结果', ['终点', '件数', '占比'], outcomesOf(report)),
    ...table('时间花在哪里(前列)', ['流程', '环节', '等待', '次数', '工作日', '占比'], placesOf(report)),
    ...table('等待谁', ['承办', '工作日', '占比'], waitingOf(report)),
    `待办 ${report.tasks} 件次,逾期 ${report.missed} 件次(${percent(report.tasks === 0 ? 0 : report.missed / report.tasks)});提醒 ${report.reminders} 次。`,
    `退回 ${report.returned} 次，撤回 ${report.withdrawn} 次；${report.vacant} 件次到达时岗位空缺。`,
    ...table('逾期最多的环节', ['流程', '环节', '件次', '逾期', '占比'], deadlinesOf(report)),
    ...table(
      '逐级上报',
      ['层级', '次数'],
      report.escalations.map(({ level, count }) => [level, String(count)]),
    ),
    ...table(
      '从未发生的事件',
      ['流程', '环节', '事件'],
      report.neverTaken.map(({ process, state, event }) => [process, state, event]),
    ),
    ...stuckLines(report),
    ...(report.provisional > 0 ? [`其中 ${report.provisional} 个期限落在放假安排尚未公布的日期(暂定)。`] : []),
  ];
}

function outcomesOf({ outcomes }: SimulationReport): string[][] {
  return outcomes.map(({ state, title, count, share }) => [
    title === state ? state : `${title}(${state})`,
    String(count),
    percent(share),
  ]);
}

function placesOf({ places }: SimulationReport): string[][] {
  return places
    .slice(0, MOST_ROWS)
    .map(({ process, title, waitingOn, visits, days, share }) => [
      process,
      title,
      waitingText(waitingOn),
      String(visits),
      days.toFixed(0),
      percent(share),
    ]);
}

function waitingOf({ waiting }: SimulationReport): string[][] {
  return waiting
    .slice(0, MOST_ROWS)
    .map(({ waitingOn, days, share }) => [waitingText(waitingOn), days.toFixed(0), percent(share)]);
}

function deadlinesOf({ deadlines }: SimulationReport): string[][] {
  return deadlines
    .slice(0, MOST_ROWS)
    .map(({ process, title, tasks, missed, share }) => [process, title, String(tasks), String(missed), percent(share)]);
}

function stuckLines({ stuckCases }: SimulationReport): string[] {
  return stuckCases.flatMap(({ states, reason, count, case: index, path }) => [
    '',
    `卡住 ${count} 件,如第 ${index + 1} 件: ${states.join('、')}`,
    `  原因: ${reason}`,
    `  最短路径(${path.length} 步): ${path.join(' → ')}`,
  ]);
}

/** A titled table with columns as wide as their widest cell; nothing where there are no rows. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    `  ${row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd()}`;
  return ['', title, ...all.map(line)];
}

function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) ? 2 : 1), 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** `after X` waits for a deadline, `until X` for a day, `vacant X` for somebody in a post, `suspended X` for a cause to end. */
function waitingText(waitingOn: string): string {
  const [word = '', name = ''] = waitingOn.split(' ');
  const said = WAITING[word];
  return said === undefined ? waitingOn : `${said} ${name}`;
}
