import { Injectable } from '@nestjs/common';
import { InboxReader, LawBook } from '#libs/engine';
import { CallerBook, type UserRecord } from '#libs/identity';
import { DataSource } from 'typeorm';
import type { Language } from '../notifications/templates/letter.js';
import type { PersonalDeadline } from './personal.deadline.js';

/** More than a calendar can show. */
const MOST = 500;

interface TimerRow {
  readonly taskId: number;
  readonly law: string | null;
  readonly provisional: number;
  readonly generation: number;
}

/** The deadlines of what stands in a person's inbox: the same tasks, by the same rules. */
@Injectable()
export class DeadlineReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: InboxReader,
    private readonly callers: CallerBook,
    private readonly laws: LawBook,
  ) {}

  async of(user: UserRecord, language: Language): Promise<PersonalDeadline[]> {
    const { items } = await this.inbox.read(this.callers.of(user), { box: 'todo', limit: MOST, language });
    const timers = await this.timersOf(items.map(({ id }) => id));
    return items.flatMap((item) => {
      const { id, rootId, title, caseTitle, dueAt, openedAt, provisional } = item;
      if (dueAt === null) return [];
      const timer = timers.get(id);
      return {
        ...{ taskId: id, rootId, taskTitle: title, caseTitle, dueAt, openedAt },
        isProvisional: timer ? timer.provisional === 1 : provisional,
        law: timer?.law ? this.laws.cite(timer.law, language) : null,
        revision: timer?.generation ?? 0,
      };
    });
  }

  private async timersOf(taskIds: readonly number[]): Promise<Map<number, TimerRow>> {
    if (taskIds.length === 0) return new Map();
    const rows: TimerRow[] = await this.dataSource.query(
      `SELECT d.task_id AS taskId, d.law, d.provisional, d.generation FROM engine_task t
       JOIN engine_timer d ON d.root_id = t.root_id AND d.status = 'armed' AND d.task_id = t.id WHERE t.id IN (?)`,
      [taskIds],
    );
    return new Map(rows.map((row) => [row.taskId, row]));
  }
}
