import { Injectable } from '@nestjs/common';
import { type Caller, may, OrganisationDirectory } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { actorOf, isCandidate } from '../authority/caller.scope.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { NotVisibleError } from '../commands/command.error.js';
import { TaskConcluder } from '../commands/task.concluder.js';
import type { HistoryKind } from '../history/history.draft.js';
import { OVERSEE } from '../inbox/inbox.reader.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { SupervisionBook } from './supervision.book.js';
import { SupervisionClosedError, SupervisionRefusedError } from './supervision.error.js';
import { isSuperior, mayLookAt } from './supervision.sight.js';
import type { Supervision } from './supervision.js';

/** What every act on a supervision needs. */
export interface SupervisionRequest {
  readonly caller: Caller;
  readonly supervisionId: number;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** An open supervision with its late task, under the lock of the case. */
export interface OpenSupervision {
  readonly tx: CaseTransaction;
  readonly supervision: Supervision;
  readonly task: TaskRow;
}

/** What was done, for the history. */
export interface SupervisionAct {
  readonly kind: HistoryKind;
  readonly event: string;
  readonly comment: string;
  readonly facts: JsonObject;
}

/** Who acts: the post that the ladder named, or the people supervised. */
export type Side = 'superior' | 'subject';

/** One act on a supervision: authority, an open task, one transaction, one history row. */
@Injectable()
export class SupervisionDesk {
  constructor(
    private readonly runner: CommandRunner,
    private readonly book: SupervisionBook,
    private readonly concluder: TaskConcluder,
    private readonly directory: OrganisationDirectory,
  ) {}

  /** `act` writes; null when it has told the history itself. */
  async run(
    { caller, supervisionId, idempotency, receivedAt }: SupervisionRequest,
    side: Side,
    act: (open: OpenSupervision) => Promise<SupervisionAct | null>,
  ): Promise<CommandResult> {
    const { rootId } = await this.book.get(supervisionId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, async (tx) => {
      const supervision = await this.book.get(supervisionId, tx.manager);
      const task = tx.tasks.get(supervision.taskId);
      this.assertMayAct(caller, { supervision, task, side });
      if (supervision.status === 'closed' || !task)
        throw new SupervisionClosedError(supervisionId, supervision.outcome);
      const open = { tx, supervision, task };
      const done = await act(open);
      if (done !== null) record(open, done);
      return this.concluder.standing(tx, task.instanceId);
    });
  }

  /** A supervision between other organisations answers as if it were not there. */
  private assertMayAct(caller: Caller, { supervision, task, side }: Acting): void {
    const isTaskOwn = task !== undefined && isCandidate(task, caller);
    if (!mayLookAt(caller, supervision) && !isTaskOwn) throw new NotVisibleError('supervision', supervision.id);
    const isTheirs =
      side === 'superior' ? isSuperior(caller, supervision) : isSupervised(caller, supervision, isTaskOwn);
    if (isTheirs) return;
    const whose = side === 'superior' ? supervision.organisationId : supervision.subjectId;
    throw new SupervisionRefusedError(side, this.directory.byId(whose)?.name ?? '');
  }
}

interface Acting {
  readonly supervision: Supervision;
  readonly task: TaskRow | undefined;
  readonly side: Side;
}

/** Who has the late task, or looks after the tasks of the organisation supervised. */
function isSupervised(caller: Caller, { subjectId }: Supervision, isTaskOwn: boolean): boolean {
  return subjectId === caller.organisationId && (isTaskOwn || may(caller, OVERSEE));
}

function record({ tx, supervision, task }: OpenSupervision, { kind, event, comment, facts }: SupervisionAct): void {
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId: task.instanceId,
    kind,
    at: tx.advance(tx.frame.receivedAt),
    actor: tx.frame.actor,
    taskId: task.id,
    event,
    facts: { state: task.state, supervision: supervision.id, comment, ...facts },
    payload: {},
  });
}
