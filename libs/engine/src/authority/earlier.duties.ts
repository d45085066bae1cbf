import type { CaseTransaction } from '../instances/case.transaction.js';

/** A step that somebody has done, alone or by a vote. */
export interface EarlierDuty {
  readonly instanceId: number;
  readonly state: string;
}

/** Steps of the case in which a person had a hand, itself or by whoever acted for it. For its values: `doneByValues`. */
export const DONE_BY = `SELECT instance_id, state FROM engine_task
    WHERE root_id = ? AND status = 'done' AND (closed_by = ? OR closed_on_behalf_of = ?)
  UNION SELECT instance_id, state FROM engine_vote WHERE root_id = ? AND user_id = ?
  UNION SELECT instance_id, state FROM engine_vote WHERE root_id = ? AND on_behalf_of = ?`;

export function doneByValues(rootId: number, userId: number): readonly number[] {
  return [rootId, userId, userId, rootId, userId, rootId, userId];
}

export async function doneBy(tx: CaseTransaction, userId: number): Promise<readonly EarlierDuty[]> {
  const rows: Record<string, unknown>[] = await tx.manager.query(DONE_BY, [...doneByValues(tx.root.id, userId)]);
  return rows.map((row) => ({ instanceId: Number(row['instance_id']), state: String(row['state']) }));
}

const DOERS = `SELECT closed_by AS user_id, closed_on_behalf_of AS principal FROM engine_task
    WHERE root_id = ? AND instance_id = ? AND status = 'done' AND state IN (?)
  UNION SELECT user_id, on_behalf_of FROM engine_vote WHERE root_id = ? AND instance_id = ? AND state IN (?)`;

/** Everybody who had a hand in one of those states of an instance. */
export async function doersOf(
  tx: Pick<CaseTransaction, 'root' | 'manager'>,
  instanceId: number,
  states: readonly string[],
): Promise<ReadonlySet<number>> {
  if (states.length === 0) return new Set();
  const place = [tx.root.id, instanceId, states];
  const rows: { user_id: number | null; principal: number | null }[] = await tx.manager.query(DOERS, [
    ...place,
    ...place,
  ]);
  return new Set(
    rows.flatMap(({ user_id, principal }) => [user_id, principal].flatMap((id) => (id === null ? [] : Number(id)))),
  );
}
