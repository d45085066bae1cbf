import { Injectable } from '@nestjs/common';
import type { LedgerContext } from '../ledger/ledger.entry.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { InstalmentEntity, type InstalmentStatus } from './instalment.entity.js';
import {
  InstalmentOrderError,
  InstalmentStateError,
  InvoiceAmountError,
  UnknownInstalmentError,
} from './instalment.error.js';

/** The contractor's request for one instalment; amount in fen, where the form asks for it. */
export interface InstalmentClaim {
  readonly number: number;
  readonly invoiceNo: string;
  readonly amount: number | null;
  readonly attachment: number | null;
}

/** Moves an instalment one step on its only way: planned → claimed → approved → paid. */
@Injectable()
export class InstalmentService {
  constructor(private readonly ledger: LedgerService) {}

  async claim(context: LedgerContext, claim: InstalmentClaim): Promise<void> {
    const instalment = await this.inStatus(context, claim.number, 'planned');
    if (claim.amount !== null && claim.amount !== instalment.amount) {
      throw new InvoiceAmountError(claim.amount, instalment.amount);
    }
    await this.assertNext(context, claim.number);
    await context.manager.update(
      InstalmentEntity,
      { id: instalment.id },
      { status: 'claimed', claimedAt: context.at, invoiceNo: claim.invoiceNo, invoiceAttachmentId: claim.attachment },
    );
  }

  async sendBack(context: LedgerContext, number: number): Promise<void> {
    const { id } = await this.inStatus(context, number, 'claimed');
    await context.manager.update(InstalmentEntity, { id }, { status: 'planned', claimedAt: null });
  }

  async approve(context: LedgerContext, number: number): Promise<void> {
    const { id } = await this.inStatus(context, number, 'claimed');
    const approvedBy = context.actor?.userId ?? null;
    await context.manager.update(InstalmentEntity, { id }, { status: 'approved', approvedAt: context.at, approvedBy });
  }

  /** Also posts the payment: an instalment is never paid beside the ledger. */
  async pay(context: LedgerContext, number: number, voucherNo: string): Promise<void> {
    const { id, amount } = await this.inStatus(context, number, 'approved');
    await this.ledger.pay(context, amount, voucherNo);
    await context.manager.update(InstalmentEntity, { id }, { status: 'paid', paidAt: context.at, voucherNo });
  }

  private async inStatus(
    { manager, rootId }: LedgerContext,
    number: number,
    needed: InstalmentStatus,
  ): Promise<InstalmentEntity> {
    const instalment = await manager.findOneBy(InstalmentEntity, { rootId, number });
    if (!instalment) throw new UnknownInstalmentError(number);
    if (instalment.status !== needed) throw new InstalmentStateError(number, instalment.status, needed);
    return instalment;
  }

  private async assertNext({ manager, rootId }: LedgerContext, number: number): Promise<void> {
    const all = await manager.find(InstalmentEntity, { where: { rootId }, order: { number: 'ASC' } });
    const open = all.find((instalment) => instalment.number < number && instalment.status !== 'paid');
    if (open) throw new InstalmentOrderError(number, open.number);
  }
}
