import { Injectable } from '@nestjs/common';
import type { EffectContext, EffectInput } from '#libs/engine';
import { LedgerService, MoneyReader } from '#libs/projects';
import { ReviewRecorder } from '../review/review.recorder.js';
import { SignOffAmountError } from './sign-off.error.js';
import { SignOffEntity, type SignOffKind } from './sign-off.entity.js';

/** The finance department's documents on a budget; the approval takes the money from its fund accounts. */
@Injectable()
export class SignOffRecorder {
  constructor(
    private readonly reviews: ReviewRecorder,
    private readonly ledger: LedgerService,
    private readonly money: MoneyReader,
  ) {}

  async approve(context: EffectContext, form: EffectInput, proposed: number): Promise<void> {
    const amount = form.integer('approvedAmount');
    if (amount !== proposed) throw new SignOffAmountError(amount, proposed);
    const documentNo = form.text('documentNo');
    await this.ledger.approve(context, await this.reviews.granted(context.manager, context.rootId), documentNo);
    await this.add(context, 'approval', {
      documentNo,
      amount,
      onDate: form.text('signedOn'),
      note: form.optionalText('note'),
    });
  }

  async release(context: EffectContext, form: EffectInput): Promise<void> {
    const { released } = await this.money.totals(context.manager, context.rootId);
    const document = {
      documentNo: form.text('documentNo'),
      amount: released,
      onDate: form.text('releasedOn'),
      note: null,
    };
    await this.add(context, 'release', document);
  }

  private async add(
    context: EffectContext,
    kind: SignOffKind,
    document: Pick<SignOffEntity, 'documentNo' | 'amount' | 'onDate' | 'note'>,
  ): Promise<void> {
    const { manager, rootId, actor, at } = context;
    await manager.insert(SignOffEntity, {
      id: context.nextId(),
      rootId,
      kind,
      ...document,
      userId: actor?.userId ?? null,
      at,
    });
  }
}
