import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { RoundOperation, RoundPerson } from '#libs/kernel';
import { TaskGate } from '../authority/task.gate.js';
import { HistoryReader } from '../history/history.reader.js';
import type { CommandResult } from '../instances/case.transaction.js';
import { type OpenDesk, type SeatRequest, SigningDesk } from '../signing/signing.desk.js';
import { NobodyLeftToDrawError } from './assignment.error.js';
import { type Draw, drawFrom, seedOf } from './draw.js';
import { drawsOf } from './recorded.draws.js';

/** 另抽: whoever was drawn by lot steps aside, and one more is drawn from the rest of the same pool. */
@Injectable()
export class DeclineDrawCommand {
  constructor(
    private readonly desk: SigningDesk,
    private readonly history: HistoryReader,
    private readonly gate: TaskGate,
    private readonly directory: OrganisationDirectory,
  ) {}

  execute(request: SeatRequest): Promise<CommandResult> {
    return this.desk.operate(request, { word: 'decline', event: 'decline', build: (desk) => this.replaced(desk) });
  }

  /** A transfer that tells, in the history, by which draw. */
  private async replaced(desk: OpenDesk): Promise<RoundOperation & { readonly draw: Draw }> {
    const { tx, task, seat, signer } = desk;
    const pool = await this.rest(desk);
    const draw = drawFrom(pool, 1, seedOf(tx.root.chainHead, tx.root.id, tx.root.seq + 1, task.state));
    const [userId] = draw.drawn;
    if (userId === undefined) throw new NobodyLeftToDrawError(task.title);
    const to: RoundPerson = {
      userId,
      organisationId: this.directory.user(userId)?.organisationId ?? seat.organisationId,
      role: seat.role,
    };
    return { op: 'transfer', seat: seat.id, to, by: signer.userId, draw };
  }

  /** Nobody who was drawn before, has left, signs already, or is kept from the task. */
  private async rest({ tx, task, stored, seat }: OpenDesk): Promise<readonly number[]> {
    const rows = await this.history.readAll(tx.root.id, tx.manager);
    const draws = rows.flatMap(drawsOf).filter(({ taskId }) => taskId === task.id);
    const gone = new Set([
      ...draws.flatMap(({ draw }) => draw.drawn),
      ...stored.round.seats.map(({ userId }) => userId),
    ]);
    const left: number[] = [];
    for (const userId of draws[0]?.draw.from ?? []) {
      const user = this.directory.user(userId);
      const isFit = user?.status === 'active' && user.roles.includes(seat.role);
      if (isFit && !gone.has(userId) && (await this.gate.obstacleTo(tx, task, userId)) === null) left.push(userId);
    }
    return left;
  }
}
