import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { type SeatRequest, SigningDesk } from './signing.desk.js';

/** 认领: takes a task of a pool for oneself; the others lose it. */
@Injectable()
export class ClaimTaskCommand {
  constructor(private readonly desk: SigningDesk) {}

  execute(request: SeatRequest): Promise<CommandResult> {
    return this.desk.operate(request, {
      word: 'claim',
      event: 'claim',
      build: ({ seat, signer }) => ({ op: 'claim', seat: seat.id, userId: signer.userId }),
    });
  }
}
