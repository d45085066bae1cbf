import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationFacts } from '../notifications/notification.facts.js';

/** Told by a person about the case as a whole or about a task: worth reading whatever became of the task. */
const OF_ITSELF: readonly NotificationFacts['kind'][] = ['message', 'copied', 'explained'];

interface TaskRow {
  readonly id: number;
  readonly dueAt: Date | null;
  readonly law: string | null;
  readonly provisional: number | null;
}

/** What is still to be done of what people were told of, with the due times as they stand now. */
@Injectable()
export class StandingReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Drops what was about a task that is done; of one task the latest news counts. Order is kept. */
  async stillOpen<T extends NotificationFacts>(told: readonly T[]): Promise<T[]> {
    const aboutTasks = told.filter(isAboutTask);
    const tasks = await this.openTasks(aboutTasks.map(({ taskId }) => taskId));
    const latest = new Map(aboutTasks.map((one) => [one.taskId, one]));
    return told.flatMap((one) => {
      if (!isAboutTask(one)) return [one];
      const task = tasks.get(one.taskId);
      return task && latest.get(one.taskId) === one ? [{ ...one, ...dueOf(one, task) }] : [];
    });
  }

  private async openTasks(ids: readonly number[]): Promise<Map<number, TaskRow>> {
    if (ids.length === 0) return new Map();
    const rows: TaskRow[] = await this.dataSource.query(
      `SELECT t.id, t.due_at AS dueAt, d.law, d.provisional FROM engine_task t
       LEFT JOIN engine_timer d ON d.root_id = t.root_id AND d.status = 'armed' AND d.task_id = t.id
       WHERE t.id IN (?) AND t.status = 'open'`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function isAboutTask({ kind, taskId }: NotificationFacts): boolean {
  return taskId > 0 && !OF_ITSELF.includes(kind);
}

type Due = Pick<NotificationFacts, 'dueAt' | 'law' | 'isProvisional'>;

/** Its timer tells, where one is armed; a ladder that has run out leaves none, and what was told stays. */
function dueOf({ kind, dueAt, law, isProvisional }: NotificationFacts, task: TaskRow): Due {
  if (task.provisional === null || kind === 'warning') return { dueAt: task.dueAt ?? dueAt, law, isProvisional };
  return { dueAt: task.dueAt ?? dueAt, law: task.law, isProvisional: task.provisional === 1 };
}
