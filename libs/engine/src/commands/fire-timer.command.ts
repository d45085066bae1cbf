import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { type FiredBy, TimerFirer } from '../timers/timer.firer.js';
import { resultOf } from './command.result.js';
import { CommandRunner } from './command.runner.js';

export interface FireTimerRequest {
  readonly timerId: number;
  /** Generation of the alarm; an alarm of an older generation does nothing. */
  readonly generation: number;
  readonly firedBy: Extract<FiredBy, 'alarm' | 'sweeper'>;
}

/** `fired` false: somebody else fired it, it was moved or cancelled, or it is not due yet. */
export interface FireTimerResult {
  readonly fired: boolean;
}

/** An alarm goes in by the same way as a person: lock, fire what is due, write, commit. */
@Injectable()
export class FireTimerCommand {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: CommandRunner,
    private readonly firer: TimerFirer,
  ) {}

  async execute(request: FireTimerRequest): Promise<FireTimerResult> {
    const rows: { root_id: number; generation: number; status: string }[] = await this.dataSource.query(
      'SELECT root_id, generation, status FROM engine_timer WHERE id = ?',
      [request.timerId],
    );
    const row = rows[0];
    if (row?.status !== 'armed' || row.generation !== request.generation) return { fired: false };
    const outcome = { fired: false };
    await this.runner.run(
      { rootId: Number(row.root_id), actor: null, firedBy: request.firedBy },
      async (tx): Promise<CommandResult> => {
        outcome.fired = await this.fireIfDue(tx, request);
        return resultOf(tx, 0, []);
      },
    );
    return outcome;
  }

  /** Deadlines that move the process have fired already, in due order; what is left here are notices. */
  private async fireIfDue(tx: CaseTransaction, request: FireTimerRequest): Promise<boolean> {
    const timer = tx.timers.get(request.timerId);
    if (!timer || timer.isHeld) return true;
    if (timer.generation !== request.generation || timer.nextAt > tx.frame.receivedAt) return false;
    await this.firer.fire(tx, timer, request.firedBy);
    return true;
  }
}
