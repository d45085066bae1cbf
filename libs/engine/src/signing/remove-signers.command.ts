import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { type SeatRequest, SigningDesk } from './signing.desk.js';

export interface RemoveSignersRequest extends SeatRequest {
  /** Numbers of seats in the round. */
  readonly seats: readonly number[];
}

/** 减签: takes signers out who have not acted. */
@Injectable()
export class RemoveSignersCommand {
  constructor(private readonly desk: SigningDesk) {}

  execute(request: RemoveSignersRequest): Promise<CommandResult> {
    return this.desk.operate(request, {
      word: 'remove-signer',
      event: 'remove-signer',
      build: () => ({ op: 'remove', seats: request.seats }),
      anySeat: true,
    });
  }
}
