import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { SignerCheck } from './signer.check.js';
import { type SeatRequest, SigningDesk } from './signing.desk.js';

export interface TransferRequest extends SeatRequest {
  readonly to: number;
}

/** 转办: another person of the same role replaces the caller, and decides instead. */
@Injectable()
export class TransferTaskCommand {
  constructor(
    private readonly desk: SigningDesk,
    private readonly check: SignerCheck,
  ) {}

  execute(request: TransferRequest): Promise<CommandResult> {
    return this.desk.operate(request, {
      word: 'transfer',
      event: 'transfer',
      build: async (desk) => ({
        op: 'transfer',
        seat: desk.seat.id,
        to: await this.check.successor(desk, request.to),
        by: desk.signer.userId,
      }),
    });
  }
}
