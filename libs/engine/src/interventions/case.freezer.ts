import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { BundleStore } from '../definitions/bundle.store.js';
import type { SuspensionRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Suspender } from '../timers/suspender.js';
import { CaseStandingError, UnknownCauseError, WishIncompleteError } from './intervention.error.js';
import { type Intervener, type Intervention, factsOf } from './intervention.js';
import { causesIn } from './suspension.causes.js';

/**
 * 挂起 and 激活: nobody acts in the case until it is activated. Periods that the law lets stand still for that cause
 * do so, and reminders that rest on no law; all other periods run on.
 */
@Injectable()
export class CaseFreezer implements Intervener {
  readonly kinds = ['suspend', 'activate'] as const;

  constructor(
    private readonly suspender: Suspender,
    private readonly bundles: BundleStore,
  ) {}

  async check(tx: CaseTransaction, { kind, wanted }: Pick<Intervention, 'kind' | 'wanted'>): Promise<void> {
    if (tx.root.status !== 'open') throw new CaseStandingError('ended');
    if (!wanted.cause) throw new WishIncompleteError('cause');
    if (kind === 'suspend') await this.assertCause(tx, wanted.cause);
    if (kind === 'activate' && !standing(tx, wanted.cause)) throw new CaseStandingError('not-suspended');
  }

  /** Only for what the running processes list: no other law lets a period of theirs stand still. */
  private async assertCause(tx: CaseTransaction, cause: string): Promise<void> {
    const hashes = new Set([...tx.instances.values()].map(({ bundleHash }) => bundleHash));
    const bundles = await Promise.all([...hashes].map((hash) => this.bundles.byHash(hash, tx.manager)));
    const causes = bundles.flatMap(({ compiled }) => causesIn(compiled));
    if (!causes.includes(cause)) throw new UnknownCauseError(cause, [...new Set(causes)].sort());
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
