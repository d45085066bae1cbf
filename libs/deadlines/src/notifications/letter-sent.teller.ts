import { Injectable } from '@nestjs/common';
import type { OutboxDelivery } from '#libs/engine';
import { OrganisationDirectory } from '#libs/identity';
import { DataSource } from 'typeorm';
import { FollowUpWriter } from './follow-up.writer.js';
import { idIn, idsIn } from './payload.js';

interface Subject {
  readonly case_title: string;
  readonly task_title: string | null;
  readonly due_at: Date | null;
}

type SentKind = 'message' | 'copied' | 'rescheduled' | 'asked' | 'explained';

/** Tells people of what another person, or the definition, has sent them about a case. */
@Injectable()
export class LetterSentTeller {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly writer: FollowUpWriter,
  ) {}

  /** The task is 0 for what is about the whole case. */
  async tell(delivery: OutboxDelivery, kind: SentKind): Promise<void> {
    const { rootId, at } = delivery;
    const taskId = idIn(delivery, 'task');
    const rows: Subject[] = await this.dataSource.query(
      `SELECT r.title AS case_title, t.title AS task_title, t.due_at FROM engine_root r
       LEFT JOIN engine_task t ON t.id = ? AND t.root_id = r.id WHERE r.id = ?`,
      [taskId, rootId],
    );
    const [subject] = rows;
    if (!subject) return;
    await this.writer.tell({
      kind,
      level: null,
      origin: `${kind}-${delivery.id}`,
      rootId,
      taskId,
      caseTitle: subject.case_title,
      taskTitle: subject.task_title ?? '',
      responsible: this.sender(idIn(delivery, 'by')),
      law: null,
      dueAt: kind === 'rescheduled' ? subject.due_at : null,
      isProvisional: false,
      at,
      userIds: idsIn(delivery, 'users'),
    });
  }

  /** Empty where the definition sends it. */
  private sender(userId: number): string {
    const user = this.directory.user(userId);
    if (!user) return '';
    return `${this.directory.byId(user.organisationId)?.name ?? ''} ${user.name}`.trim();
  }
}
