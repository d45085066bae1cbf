import { Injectable } from '@nestjs/common';
import { localDate, type PlainDate } from '#libs/calendar';
import { BusinessClock, IdAllocator } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { nextRevision } from '../organisations/directory.loader.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { type Caller, may } from '../session/caller.js';
import type { Delegation, DelegationScope } from './delegation.js';
import { DelegationOverError, NotTheirDelegationError, UnknownDelegationError } from './delegation.error.js';
import { DelegationPolicy } from './delegation.policy.js';
import { DELEGATION_COLUMNS, type DelegationRow, parseDelegation, writeScope } from './delegation.row.js';

/** What a person enters to be substituted. */
export interface DelegationRequest {
  /** The caller, when unset. */
  readonly principalId?: number | undefined;
  readonly delegateId: number;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly scope: DelegationScope;
  readonly documentNumber: string;
}

const MANAGE = 'delegations.manage';
/** Shown on one page; a person has few, an organisation some dozens a year. */
const SHOWN = 200;

/** 代理: set by the principal or by whoever manages the organisation's delegations, and revoked by them or the substitute. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: BusinessClock,
    private readonly directory: OrganisationDirectory,
    private readonly policy: DelegationPolicy,
  ) {}

  async create(caller: Caller, request: DelegationRequest): Promise<Delegation> {
    const principal = this.principalOf(caller, request.principalId ?? caller.userId);
    const now = this.clock.now();
    const today = localDate(now.toISOString());
    await this.ids.ensure();
    const created = await this.dataSource.transaction(async (manager) => {
      // The revision's row is the lock: of two that would close a circle, the second sees the first.
      const revision = await nextRevision(manager);
      this.policy.assertAllowed({ ...request, principal }, await standing(manager, today), today);
      const id = this.ids.next();
      const { delegateId, firstDay, lastDay, scope, documentNumber } = request;
      await manager.query(
        `INSERT INTO identity_delegation (id, principal_id, delegate_id, first_day, last_day, scope, document_number,
           created_by, created_at, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[id, principal.id, delegateId, firstDay, lastDay, writeScope(scope), documentNumber],
          ...[caller.userId, now, revision],
        ],
      );
      return id;
    });
    await this.directory.refresh();
    return this.read(created);
  }

  async revoke(caller: Caller, id: number): Promise<Delegation> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      const revision = await nextRevision(manager);
      const delegation = await this.read(id, manager);
      if (!this.concerns(caller, delegation)) throw new UnknownDelegationError(id);
      if (delegation.revokedAt !== null || delegation.lastDay < localDate(now.toISOString()))
        throw new DelegationOverError(id);
      await manager.query('UPDATE identity_delegation SET revoked_by = ?, revoked_at = ?, revision = ? WHERE id = ?', [
        caller.userId,
        now,
        revision,
        id,
      ]);
    });
    await this.directory.refresh();
    return this.read(id);
  }

  async one(caller: Caller, id: number): Promise<Delegation> {
    const delegation = await this.read(id);
    if (!this.concerns(caller, delegation)) throw new UnknownDelegationError(id);
    return delegation;
  }

  /** Given and received, the latest first; all of the organisation for whoever manages them. */
  async list(caller: Caller): Promise<readonly Delegation[]> {
    const people = may(caller, MANAGE)
      ? this.directory.usersOf(caller.organisationId).map(({ id }) => id)
      : [caller.userId];
    const rows: DelegationRow[] = await this.dataSource.query(
      `SELECT ${DELEGATION_COLUMNS} FROM identity_delegation WHERE principal_id IN (?) OR delegate_id IN (?)
       ORDER BY identity_delegation.last_day DESC, id DESC LIMIT ?`,
      [people, people, SHOWN],
    );
    return rows.map(parseDelegation);
  }

  /** Whoever manages acts within the own organisation; a person elsewhere looks like nobody. */
  private principalOf(caller: Caller, id: number): UserRecord {
    const principal = this.directory.user(id);
    const isOwn = id === caller.userId;
    const isManaged = may(caller, MANAGE) && principal?.organisationId === caller.organisationId;
    if (!principal || !(isOwn || isManaged)) throw new NotTheirDelegationError();
    return principal;
  }

  private concerns(caller: Caller, { principalId, delegateId }: Delegation): boolean {
    if (principalId === caller.userId || delegateId === caller.userId) return true;
    return may(caller, MANAGE) && this.directory.user(principalId)?.organisationId === caller.organisationId;
  }

  private async read(id: number, source: Pick<EntityManager, 'query'> = this.dataSource): Promise<Delegation> {
    const rows: DelegationRow[] = await source.query(
      `SELECT ${DELEGATION_COLUMNS} FROM identity_delegation WHERE id = ?`,
      [id],
    );
    const row = rows[0];
    if (!row) throw new UnknownDelegationError(id);
    return parseDelegation(row);
  }
}

async function standing(manager: EntityManager, today: PlainDate): Promise<Delegation[]> {
  const rows: DelegationRow[] = await manager.query(
    `SELECT ${DELEGATION_COLUMNS} FROM identity_delegation
     WHERE revoked_at IS NULL AND identity_delegation.last_day >= ?`,
    [today],
  );
  return rows.map(parseDelegation);
}
