import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { LawBook } from '../definitions/law.book.js';
import type { SuspensionRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Suspender } from '../timers/suspender.js';
import { CaseStandingError, UnknownCauseError, WishIncompleteError } from './intervention.error.js';
import { type Intervener, type Intervention, factsOf } from './intervention.js';

/**
 * 挂起 and 激活: nobody acts in the case until it is activated. Periods that the law lets stand still for that cause
 * do so, and reminders that rest on no law; all other periods run on.
 */
@Injectable()
export class CaseFreezer implements Intervener {
  readonly kinds = ['suspend', 'activate'] as const;

  constructor(
    private readonly suspender: Suspender,
    private readonly laws: LawBook,
  ) {}

  check(tx: CaseTransaction, { kind, wanted }: Pick<Intervention, 'kind' | 'wanted'>): void {
    if (tx.root.status !== 'open') throw new CaseStandingError('ended');
    if (!wanted.cause) throw new WishIncompleteError('cause');
    if (kind === 'suspend' && this.laws.find(wanted.cause) === null) throw new UnknownCauseError(wanted.cause);
    if (kind === 'activate' && !standing(tx, wanted.cause)) throw new CaseStandingError('not-suspended');
  }

  async apply(tx: CaseTransaction, intervention: Intervention): Promise<number> {
    const { kind, wanted } = intervention;
    const at = tx.advance(tx.frame.receivedAt);
    const top = [...tx.instances.values()].find(({ parentId }) => parentId === null)?.id ?? 0;
    const suspended: JsonObject[] = [];
    const record = {
      seq: tx.nextSeq(),
      entered: [],
      exited: [],
      armed: [],
      opened: [],
      effects: [],
      started: [],
      suspended,
    };
    if (kind === 'suspend') this.suspender.freeze({ tx, record }, { instanceId: top, cause: wanted.cause ?? '', at });
    else this.suspender.thaw({ tx, record }, wanted.cause ?? '');
    await this.suspender.settle({ tx, record }, at);
    tx.history.push({
      seq: record.seq,
      instanceId: top,
      kind: kind === 'suspend' ? 'suspended' : 'activated',
      at,
      actor: tx.frame.actor,
      taskId: null,
      event: kind,
      facts: { ...factsOf(intervention), suspended },
      payload: {},
    });
    return top;
  }
}

function standing(tx: CaseTransaction, cause: string): SuspensionRow | undefined {
  return [...tx.suspensions.values()].find((row) => row.scope === 'whole' && row.cause === cause);
}
