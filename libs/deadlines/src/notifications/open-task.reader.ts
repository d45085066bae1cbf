import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TaskOwner } from '../escalation/recipient.finder.js';

/** An open task as a letter about it needs it. */
export interface OpenTask {
  readonly taskId: number;
  readonly rootId: number;
  readonly caseTitle: string;
  readonly taskTitle: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly law: string | null;
  readonly isProvisional: boolean;
  readonly owners: readonly TaskOwner[];
}

interface TaskRow {
  readonly taskId: number;
  readonly rootId: number;
  readonly caseTitle: string;
  readonly taskTitle: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly law: string | null;
  readonly provisional: number | null;
  readonly organisationId: number;
  readonly role: string;
  readonly userId: number;
}

const OPEN_TASKS = `SELECT t.id AS taskId, t.root_id AS rootId, r.title AS caseTitle, t.title AS taskTitle,
    t.opened_at AS openedAt, t.due_at AS dueAt, d.law, d.provisional,
    c.organisation_id AS organisationId, c.role, c.user_id AS userId
  FROM engine_task t
  JOIN engine_root r ON r.id = t.root_id
  JOIN engine_task_candidate c ON c.task_id = t.id
  LEFT JOIN engine_timer d ON d.root_id = t.root_id AND d.status = 'armed' AND d.task_id = t.id
  WHERE t.status = 'open' AND `;

/** Open tasks with those who have them, read in one statement. */
@Injectable()
export class OpenTaskReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when it is done already: then there is nothing to tell. */
  async openTask(taskId: number): Promise<OpenTask | null> {
    const rows: TaskRow[] = await this.dataSource.query(`${OPEN_TASKS} t.id = ?`, [taskId]);
    return toTasks(rows)[0] ?? null;
  }

  /** The open tasks of the instance whose timer that is. */
  async openTasksBesideTimer(timerId: number): Promise<OpenTask[]> {
    const rows: TaskRow[] = await this.dataSource.query(
      `${OPEN_TASKS} t.instance_id = (SELECT instance_id FROM engine_timer WHERE id = ?)`,
      [timerId],
    );
    return toTasks(rows);
  }
}

function toTasks(rows: readonly TaskRow[]): OpenTask[] {
  const byTask = new Map<number, TaskRow[]>();
  for (const row of rows) byTask.set(row.taskId, [...(byTask.get(row.taskId) ?? []), row]);
  return [...byTask.values()].flatMap((group) => {
    const [first] = group;
    return first ? [toTask(first, group)] : [];
  });
}

function toTask(task: TaskRow, group: readonly TaskRow[]): OpenTask {
  const { taskId, rootId, caseTitle, taskTitle, openedAt, dueAt, law } = task;
  const owners = group.map(({ organisationId, role, userId }) => ({ organisationId, role, userId }));
  return { taskId, rootId, caseTitle, taskTitle, openedAt, dueAt, law, isProvisional: task.provisional === 1, owners };
}
