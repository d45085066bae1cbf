import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { type SeatRequest, SigningDesk } from './signing.desk.js';

/** 撤回表决: takes one's own vote back while the round is undecided; one votes again in a new seat. */
@Injectable()
export class RetractVoteCommand {
  constructor(private readonly desk: SigningDesk) {}

  execute(request: SeatRequest): Promise<CommandResult> {
    return this.desk.operate(request, {
      word: 'withdraw',
      event: 'retract',
      build: ({ seat }) => ({ op: 'retract', seat: seat.id }),
      anySeat: true,
    });
  }
}
