import type { StoredHistory } from '../history/history.reader.js';
import { textOrNull } from '../instances/json.column.js';
import { type Draw, drawFrom, seedOf } from './draw.js';

/** A draw as the history tells it. */
export interface RecordedDraw {
  readonly seq: number;
  readonly taskId: number;
  readonly state: string;
  readonly draw: Draw;
  /** People who got the task by it. */
  readonly given: readonly number[];
}

/** Why a draw is not what it should be. */
export type DrawFault = 'seed' | 'result' | 'people';

/** The draws of one row: of tasks that it opened, or in place of one who declined. */
export function drawsOf({ seq, taskId, facts }: StoredHistory): readonly RecordedDraw[] {
  // The engine wrote these facts; a row without a draw has none of them.
  const opened = (facts['opened'] ?? []) as unknown as readonly OpenedFact[];
  const drawn = opened.flatMap(({ task, state, candidates, draw }) =>
    draw ? [{ seq, taskId: task, state, draw, given: candidates.map(({ userId }) => userId) }] : [],
  );
  const again = facts['operation'] as unknown as { to: { userId: number }; draw?: Draw } | undefined;
  if (!again?.draw || taskId === null) return drawn;
  return [
    ...drawn,
    { seq, taskId, state: textOrNull(facts['state']) ?? '', draw: again.draw, given: [again.to.userId] },
  ];
}

interface OpenedFact {
  readonly task: number;
  readonly state: string;
  readonly candidates: readonly { readonly userId: number }[];
  readonly draw?: Draw;
}

/** Draws again by the chain of the history; null when everything is as it must be. */
export function faultOf(recorded: RecordedDraw, rows: readonly StoredHistory[]): DrawFault | null {
  const { seq, state, draw, given } = recorded;
  const heads = headsBefore(rows, seq);
  const rootId = rows[0]?.rootId ?? 0;
  if (!heads.some((head) => seedOf(head, rootId, seq, state) === draw.seed)) return 'seed';
  const again = drawFrom(draw.from, draw.drawn.length, draw.seed);
  if (again.drawn.join() !== draw.drawn.join()) return 'result';
  return given.every((id) => draw.drawn.includes(id)) ? null : 'people';
}

/** The chain's head when the command of that row began: rows of one command are recorded at one moment. */
function headsBefore(rows: readonly StoredHistory[], seq: number): readonly Buffer[] {
  const at = rows.find((row) => row.seq === seq)?.recordedAt.getTime();
  const before = rows.filter((row) => row.seq <= seq).toReversed();
  const end = before.findIndex((row) => row.recordedAt.getTime() !== at);
  return before.slice(0, end === -1 ? before.length : end).map(({ previousHash }) => previousHash);
}
