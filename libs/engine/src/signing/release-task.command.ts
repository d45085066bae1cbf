import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { type SeatRequest, SigningDesk } from './signing.desk.js';

/** 放弃认领: gives a claimed task back to its pool. */
@Injectable()
export class ReleaseTaskCommand {
  constructor(private readonly desk: SigningDesk) {}

  execute(request: SeatRequest): Promise<CommandResult> {
    return this.desk.operate(request, {
      word: 'claim',
      event: 'release',
      build: ({ seat }) => ({ op: 'release', seat: seat.id }),
    });
  }
}
