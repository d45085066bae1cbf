import { type Caller, scopeOf } from '#libs/identity';
import type { Statement } from '../../instances/sql.packet.js';

/** The cases `r` that a board counts: those of the caller's area; who sees only its own cases, those it buys for. */
export function inArea(caller: Caller): Statement {
  const scope = scopeOf(caller);
  if (scope.kind === 'all') return { sql: 'TRUE', values: [] };
  if (scope.kind === 'division') return inDivision(scope.prefix);
  return { sql: 'r.purchaser_id = ?', values: [scope.organisationId] };
}

/** Codes of divisions begin with those of the divisions around them. */
export function inDivision(code: string): Statement {
  return { sql: 'r.division_code LIKE ?', values: [`${code}%`] };
}
