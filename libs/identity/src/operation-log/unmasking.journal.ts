import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Deed } from './deed.js';
import { UnmaskingLog } from './unmasking-log.entity.js';

/** What is seen in the clear. */
export interface Unmasked {
  readonly kind: 'user' | 'account-request' | 'case';
  readonly id: number;
  readonly name: string;
  readonly field: string;
  readonly reason: string;
}

/** Records that somebody sees personal data in the clear, before it is handed out. */
@Injectable()
export class UnmaskingJournal {
  constructor(
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  async write(manager: EntityManager, { caller, origin }: Deed, { kind, id, ...rest }: Unmasked): Promise<void> {
    await manager.insert(UnmaskingLog, {
      id: this.ids.next(),
      at: this.clock.now(),
      actorUserId: caller.userId,
      actorOrganisationId: caller.organisationId,
      subjectKind: kind,
      subjectId: id,
      subjectName: rest.name.slice(0, 255),
      field: rest.field.slice(0, 64),
      reason: rest.reason,
      ip: origin.ip,
    });
  }
}
