import { localDateTime } from '#libs/calendar';
import type { HistoryLine } from '../http/api.shapes.js';
import type { Scene } from '../play/scene.js';

const STAGES = 5;
const PAINT = { act: 36, timer: 33, rung: 31, done: 32, quiet: 90 } as const;
type Paint = keyof typeof PAINT;

export interface PrinterOptions {
  readonly write: (line: string) => void;
  readonly isColoured: boolean;
  readonly actsInAll: number;
}

/** Tells what happens, line by line: stage, progress, business time, who, what. */
export class PlayPrinter {
  constructor(
    private readonly scene: Scene,
    private readonly options: PrinterOptions,
  ) {}

  row(row: HistoryLine): void {
    const [paint, text] = wordsOf(row);
    this.line(row.at, text, paint);
  }

  /** Something that the history does not tell. */
  say(text: string): void {
    this.line(this.scene.now, text, 'act');
  }

  private line(at: string, text: string, paint: Paint): void {
    const { isColoured, write } = this.options;
    const body = isColoured ? `\u001b[${PAINT[paint]}m${text}\u001b[0m` : text;
    write(`${this.progress()} ${localDateTime(at)} ${body}`);
  }

  private progress(): string {
    const stage = (this.scene.case?.instances ?? []).filter((instance) => instance.stage !== null).length;
    const { actsInAll } = this.options;
    const count = `${this.scene.actsPlayed}`.padStart(String(actsInAll).length);
    return `${'■'.repeat(stage)}${'□'.repeat(Math.max(0, STAGES - stage))} ${stage}/${STAGES} ${count}/${actsInAll}`;
  }
}

/** A state without a title stands there by its name in the definition, which tells people nothing. */
function isTitle(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function wordsOf(row: HistoryLine): [Paint, string] {
  const titles = row.entered.filter(isTitle);
  const entered = titles.length === 0 ? '' : ` → ${titles.join('、')}`;
  const task = row.task?.title ?? '';
  switch (row.kind) {
    case 'reminded':
      return ['timer', `  ⏰ 提醒 ${row.event} ${task} ⇒ ${row.recipients.join('、')}`];
    case 'escalated':
      return ['rung', `  ▲ 逐级上报 ${row.event} ${task} ⇒ ${row.recipients.join('、') || '(空缺)'}`];
    case 'started':
      return ['done', `  ▶ ${row.process ?? ''}${entered}`];
    case 'deadline':
      return ['timer', `  ⏰ 期限届满 ${row.process ?? ''}${entered}`];
    case 'completed':
      return ['done', `  ✔ ${row.process ?? ''}${entered}`];
    default:
      return movedBy(row, entered);
  }
}

function movedBy({ actor, task, title, kind, process }: HistoryLine, entered: string): [Paint, string] {
  if (actor === null) return ['quiet', `  ${process ?? ''} ${kind}${entered}`];
  const what = task === null ? title : `${task.title}：${title}`;
  return ['act', `${actor.organisation} ${actor.name} ${what}${entered}`];
}
