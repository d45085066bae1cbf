import type { Delegation, DelegationScope } from './delegation.js';

/** What every query of the table reads; days as texts, so that no zone touches them. */
export const DELEGATION_COLUMNS = `id, principal_id, delegate_id, DATE_FORMAT(first_day, '%Y-%m-%d') AS first_day,
  DATE_FORMAT(last_day, '%Y-%m-%d') AS last_day, scope, document_number, created_by, created_at, revoked_by, revoked_at`;

export interface DelegationRow {
  readonly id: number;
  readonly principal_id: number;
  readonly delegate_id: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly scope: unknown;
  readonly document_number: string;
  readonly created_by: number;
  readonly created_at: Date;
  readonly revoked_by: number | null;
  readonly revoked_at: Date | null;
}

const FORMAT = 1;

export function parseDelegation(row: DelegationRow): Delegation {
  return {
    id: Number(row.id),
    principalId: Number(row.principal_id),
    delegateId: Number(row.delegate_id),
    firstDay: row.first_day,
    lastDay: row.last_day,
    scope: readScope(row.scope),
    documentNumber: row.document_number,
    createdBy: Number(row.created_by),
    createdAt: row.created_at,
    revokedBy: row.revoked_by === null ? null : Number(row.revoked_by),
    revokedAt: row.revoked_at,
  };
}

export function writeScope(scope: DelegationScope): string {
  return JSON.stringify({ format: FORMAT, ...scope });
}

function readScope(column: unknown): DelegationScope {
  // MariaDB gives JSON as text, MySQL as a value; only this file writes it.
  const stored = (typeof column === 'string' ? JSON.parse(column) : column) as DelegationScope & { format: number };
  if (stored.format !== FORMAT)
    throw new RangeError(`identity_delegation.scope has format ${stored.format}; this version reads ${FORMAT}`);
  return { roles: stored.roles, processes: stored.processes, divisions: stored.divisions };
}
