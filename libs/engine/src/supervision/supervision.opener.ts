import { Injectable } from '@nestjs/common';
import { RelationSource } from '../authority/relation.source.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { TimerStep } from '../timers/due-step.js';
import { SupervisionBook } from './supervision.book.js';

/** A rung that fires now. */
export interface FiringRung {
  readonly step: Extract<TimerStep, { kind: 'rung' }>;
  readonly timerId: number;
  /** Place of the step among those of its timer. */
  readonly index: number;
  readonly at: Date;
}

/** 督办立项: a rung that supervises puts the late task before the superior, in the transaction of its firing. */
@Injectable()
export class SupervisionOpener {
  constructor(
    private readonly relations: RelationSource,
    private readonly book: SupervisionBook,
  ) {}

  /** A superior that has the matter already goes on with it; who has the task itself is nobody's superior. */
  async open(tx: CaseTransaction, task: TaskRow, rung: FiringRung): Promise<void> {
    if (!rung.step.supervise) return;
    const subject = task.candidates[0]?.organisationId ?? tx.root.purchaserId;
    const superiors = await this.relations.organisations(tx, rung.step.to.organisation);
    const known = (await this.book.openOf(task.id, tx.manager)).map(({ organisationId }) => organisationId);
    const added = superiors.filter((id) => id !== subject && !known.includes(id));
    for (const organisationId of added) insert(tx, task, { ...rung, organisationId, subject });
    if (added.length === 0) return;
    tx.tasks.set(task.id, { ...task, isSupervised: true });
    tx.write('UPDATE engine_task SET supervised = 1 WHERE id = ?', [task.id]);
  }
}

/** The unique key (timer, step, superior) makes it once for each rung, whoever fires it. */
function insert(
  tx: CaseTransaction,
  task: TaskRow,
  { step, timerId, index, at, organisationId, subject }: FiringRung & { organisationId: number; subject: number },
): void {
  const id = tx.nextId();
  const { level, to } = step;
  tx.write(
    `INSERT INTO engine_supervision (id, root_id, task_id, timer_id, step, level, organisation_id, role, subject_id, status, opened_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    [id, tx.root.id, task.id, timerId, index, level, organisationId, to.role, subject, at],
  );
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId: task.instanceId,
    kind: 'supervised',
    at,
    actor: null,
    taskId: task.id,
    event: 'supervise',
    facts: { state: task.state, supervision: id, level, superior: organisationId, role: to.role, subject },
    payload: {},
  });
}
