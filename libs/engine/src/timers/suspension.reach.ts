import type { InstanceRow, SuspensionRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';

/** The instances of a case that have not ended, by id. */
type Living = { readonly instances: ReadonlyMap<number, Kinship> };

/** What an instance was started by. */
type Kinship = Pick<InstanceRow, 'parentId' | 'parentState' | 'process'>;

/** The suspension because of which a state of an instance stands still, if any. */
export function suspensionOf(tx: CaseTransaction, instanceId: number, state: string): SuspensionRow | undefined {
  return [...tx.suspensions.values()].find((suspension) => reaches(tx, suspension, instanceId, state));
}

/** Whether a suspension makes that state stand still. */
export function reaches(tx: Living, suspension: SuspensionRow, instanceId: number, state: string): boolean {
  if (suspension.scope === 'whole') return true;
  if (instanceId === suspension.instanceId) return reachesOwn(suspension, state);
  const chain = lineage(tx, instanceId);
  const top = chain.findIndex((row) => row.parentId === suspension.instanceId);
  const outside = top < 0 ? chain : chain.slice(0, top + 1);
  if (outside.some((row) => suspension.exempt.includes(row.process))) return false;
  if (top < 0) return suspension.scope === 'case';
  return !isCaseOfChild(tx, suspension) && !goesOn(suspension, chain[top]?.parentState ?? '');
}

/** What a child suspends of the case does not reach below itself. */
function isCaseOfChild(tx: Living, { scope, instanceId }: SuspensionRow): boolean {
  return scope === 'case' && tx.instances.get(instanceId)?.parentId !== null;
}

/** In the instance itself the other regions stand still; without regions nothing does. */
function reachesOwn(suspension: SuspensionRow, state: string): boolean {
  if (suspension.region === '' || state === '') return false;
  return !goesOn(suspension, state);
}

function goesOn({ region, exempt }: SuspensionRow, state: string): boolean {
  return (region !== '' && isWithin(state, region)) || exempt.some((path) => isWithin(state, path));
}

function isWithin(state: string, outer: string): boolean {
  return state === outer || state.startsWith(`${outer}.`);
}

/** The instance and what it was started by, outwards. */
function lineage(tx: Living, instanceId: number): readonly Kinship[] {
  const row = tx.instances.get(instanceId);
  if (row === undefined) return [];
  return row.parentId === null ? [row] : [row, ...lineage(tx, row.parentId)];
}
