import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import { applyToRound, type JsonObject, openSeats } from '#libs/kernel';
import { TaskGate } from '../authority/task.gate.js';
import type { CommandResult } from '../instances/case.transaction.js';
import { storeRound } from '../signing/round.keeper.js';
import { RoundRefusedError } from '../signing/signing.error.js';
import type { StoredRound } from '../signing/stored.round.js';
import { changeHands } from '../tasks/task.hands.js';
import { type OpenSupervision, SupervisionDesk, type SupervisionRequest } from './supervision.desk.js';
import { ReassignmentRefusedError } from './supervision.error.js';

export interface ReassignRequest extends SupervisionRequest {
  /** Who is to do it. */
  readonly to: number;
  /** Whose part it is, where several sign. */
  readonly from?: number | undefined;
  readonly reason: string;
}

/** 改派: another person of the organisation supervised gets the late task; the law's duties are kept apart as ever. */
@Injectable()
export class ReassignSupervisedCommand {
  constructor(
    private readonly desk: SupervisionDesk,
    private readonly directory: OrganisationDirectory,
    private readonly gate: TaskGate,
  ) {}

  execute(request: ReassignRequest): Promise<CommandResult> {
    return this.desk.run(request, 'superior', async (open) => {
      const user = this.inService(open, request.to);
      const obstacle = await this.gate.obstacleTo(open.tx, open.task, user.id);
      if (obstacle) throw new ReassignmentRefusedError(obstacle, user.name);
      const facts = open.task.round
        ? handSeat(open, open.task.round, { user, from: request.from })
        : handTask(open, user);
      return { kind: 'reassigned', event: 'reassign', comment: request.reason, facts: { to: user.id, ...facts } };
    });
  }

  private inService({ supervision }: OpenSupervision, userId: number): UserRecord {
    const user = this.directory.user(userId);
    const isOurs = user?.status === 'active' && user.organisationId === supervision.subjectId;
    if (!isOurs) throw new ReassignmentRefusedError('outside', user?.name ?? String(userId));
    return user;
  }
}

/** The one person takes the place of all of that organisation who had it. */
function handTask({ tx, task, supervision }: OpenSupervision, user: UserRecord): JsonObject {
  const own = task.candidates.filter(({ organisationId }) => organisationId === supervision.subjectId);
  const post = own.find(({ role }) => user.roles.includes(role));
  if (!post) throw new ReassignmentRefusedError('without-role', user.name);
  const others = task.candidates.filter(({ organisationId }) => organisationId !== supervision.subjectId);
  const { organisationId, role } = post;
  const hands = changeHands(tx, task, [...others, { organisationId, role, userId: user.id }]);
  if (!hands) throw new ReassignmentRefusedError('has-it', user.name);
  return { reassigned: [hands] };
}

function handSeat(
  { tx, task, supervision }: OpenSupervision,
  stored: StoredRound,
  { user, from }: { readonly user: UserRecord; readonly from: number | undefined },
): JsonObject {
  const seats = openSeats(stored.round).filter(
    (seat) => seat.organisationId === supervision.subjectId && (from === undefined || seat.userId === from),
  );
  const [seat] = seats;
  if (!seat || seats.length > 1) throw new ReassignmentRefusedError('several', user.name);
  if (!user.roles.includes(seat.role)) throw new ReassignmentRefusedError('without-role', user.name);
  const { organisationId, role } = seat;
  const to = { userId: user.id, organisationId, role };
  const outcome = applyToRound(stored.round, { op: 'transfer', seat: seat.id, to });
  if (!outcome.ok) throw new RoundRefusedError(outcome.refusal, task.title);
  return storeRound(tx, task, { ...stored, round: outcome.round });
}
