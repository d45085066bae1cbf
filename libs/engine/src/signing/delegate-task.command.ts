import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { SignerCheck } from './signer.check.js';
import { type SeatRequest, SigningDesk } from './signing.desk.js';
import type { TransferRequest } from './transfer-task.command.js';

/** 委派: another person works on it and gives an opinion; then the task returns to the caller, who decides. */
@Injectable()
export class DelegateTaskCommand {
  constructor(
    private readonly desk: SigningDesk,
    private readonly check: SignerCheck,
  ) {}

  execute(request: TransferRequest): Promise<CommandResult> {
    return this.desk.operate(request satisfies SeatRequest, {
      word: 'delegate',
      event: 'delegate',
      build: async (desk) => ({
        op: 'delegate',
        seat: desk.seat.id,
        to: await this.check.successor(desk, request.to),
        by: desk.signer.userId,
      }),
    });
  }
}
