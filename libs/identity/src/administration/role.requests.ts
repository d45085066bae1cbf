import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import { type EntityManager, In } from 'typeorm';
import type { Deed } from '../operation-log/deed.js';
import { OperationJournal } from '../operation-log/operation.journal.js';
import { RoleRequestClosedError } from './administration.error.js';
import { RoleRequest } from './role-request.entity.js';

/** Whom roles are asked for. */
export interface RoleCandidate {
  readonly id: number;
  readonly name: string;
}

/** The queue of roles that wait for the security administrator (三权分立: who opens accounts gives them no power). */
@Injectable()
export class RoleRequests {
  constructor(
    private readonly journal: OperationJournal,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** What is asked for already is not asked for again. */
  async add(manager: EntityManager, deed: Deed, user: RoleCandidate, roles: readonly string[]): Promise<void> {
    const open = await manager.find(RoleRequest, { where: { userId: user.id, status: 'pending' } });
    const missing = [...new Set(roles)].filter((role) => !open.some((request) => request.role === role));
    if (missing.length === 0) return;
    await this.ids.ensure(missing.length);
    await manager.insert(
      RoleRequest,
      missing.map((role) => this.rowOf(deed, user.id, role)),
    );
    await this.journal.write(manager, deed, {
      operation: 'roles-requested',
      subject: { kind: 'user', ...user },
      after: { roles: missing },
    });
  }

  /** The open request, locked until the transaction ends: it is decided once. */
  async take(manager: EntityManager, id: number): Promise<RoleRequest> {
    const request = await manager.findOne(RoleRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (request?.status !== 'pending') throw new RoleRequestClosedError();
    return request;
  }

  async close(
    manager: EntityManager,
    { caller }: Deed,
    request: RoleRequest,
    decision: { readonly status: 'granted' | 'refused'; readonly reason: string | null },
  ): Promise<void> {
    const decided = { decidedBy: caller.userId, decidedAt: this.clock.now() };
    await manager.update(RoleRequest, { id: request.id }, { ...decision, ...decided });
  }

  /** Roles that wait, by user. */
  async pendingOf(manager: EntityManager, userIds: readonly number[]): Promise<Map<number, string[]>> {
    if (userIds.length === 0) return new Map();
    const rows = await manager.find(RoleRequest, {
      where: { userId: In([...userIds]), status: 'pending' },
      order: { id: 'ASC' },
    });
    const roles = new Map<number, string[]>();
    for (const { userId, role } of rows) roles.set(Number(userId), [...(roles.get(Number(userId)) ?? []), role]);
    return roles;
  }

  private rowOf({ caller }: Deed, userId: number, role: string): RoleRequest {
    return {
      id: this.ids.next(),
      userId,
      role,
      requestedBy: caller.userId,
      requestedAt: this.clock.now(),
      status: 'pending',
      decidedBy: null,
      decidedAt: null,
      reason: null,
    };
  }
}
