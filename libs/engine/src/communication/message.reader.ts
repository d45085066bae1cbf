import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { BusinessClock, decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import { CaseSight } from '../authority/case.sight.js';
import { NotVisibleError } from '../commands/command.error.js';

export interface MessageView {
  readonly id: number;
  readonly taskId: number | null;
  readonly sender: { readonly id: number; readonly name: string; readonly organisation: string };
  readonly body: string;
  readonly at: Date;
  readonly readers: readonly { readonly id: number; readonly name: string; readonly readAt: Date | null }[];
  /** Sent to the caller, and not read yet. */
  readonly unread: boolean;
}

type Row = Record<string, unknown>;

/** 沟通记录: what one has written, and what was written to one. */
@Injectable()
export class MessageReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sight: CaseSight,
    private readonly directory: OrganisationDirectory,
    private readonly clock: BusinessClock,
  ) {}

  async read(
    caller: Caller,
    rootId: number,
    page: { limit: number; after?: string | undefined },
  ): Promise<Page<MessageView>> {
    const [before] = page.after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(page.after, 1);
    const rows: Row[] = await this.dataSource.query(
      `SELECT m.* FROM engine_message m WHERE m.root_id = ? AND m.id < ? AND (m.sender_id = ? OR EXISTS
         (SELECT 1 FROM engine_message_reader o WHERE o.message_id = m.id AND o.user_id = ?))
       ORDER BY m.id DESC LIMIT ?`,
      [rootId, Number(before), caller.userId, caller.userId, page.limit + 1],
    );
    if (rows.length === 0 && !(await this.sight.maySee(caller, rootId))) throw new NotVisibleError('case', rootId);
    const { items, next } = pageOf(rows, page.limit, (row) => [Number(row['id'])]);
    const readers = await this.readersOf(items);
    return { items: items.map((row) => this.viewOf(row, readers.get(Number(row['id'])) ?? [], caller)), next };
  }

  /** 已阅: everything of the case that was written to the caller; gives how much that was. */
  async markRead({ userId }: Caller, rootId: number): Promise<number> {
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      'UPDATE engine_message_reader SET read_at = ? WHERE user_id = ? AND root_id = ? AND read_at IS NULL',
      [this.clock.now(), userId, rootId],
    );
    return affectedRows;
  }

  private async readersOf(rows: readonly Row[]): Promise<ReadonlyMap<number, Row[]>> {
    const found = new Map<number, Row[]>();
    if (rows.length === 0) return found;
    const readers: Row[] = await this.dataSource.query(
      'SELECT message_id, user_id, read_at FROM engine_message_reader WHERE message_id IN (?) ORDER BY user_id',
      [rows.map((row) => Number(row['id']))],
    );
    for (const reader of readers) {
      const message = Number(reader['message_id']);
      found.set(message, [...(found.get(message) ?? []), reader]);
    }
    return found;
  }

  private viewOf(row: Row, readers: readonly Row[], caller: Caller): MessageView {
    const sender = Number(row['sender_id']);
    return {
      id: Number(row['id']),
      taskId: row['task_id'] === null ? null : Number(row['task_id']),
      sender: {
        id: sender,
        name: this.nameOf(sender),
        organisation: this.directory.byId(Number(row['sender_organisation_id']))?.name ?? '',
      },
      body: String(row['body']),
      at: row['at'] as Date,
      readers: readers.map((reader) => ({
        id: Number(reader['user_id']),
        name: this.nameOf(Number(reader['user_id'])),
        readAt: reader['read_at'] as Date | null,
      })),
      unread: readers.some((reader) => Number(reader['user_id']) === caller.userId && reader['read_at'] === null),
    };
  }

  private nameOf(userId: number): string {
    return this.directory.user(userId)?.name ?? String(userId);
  }
}
