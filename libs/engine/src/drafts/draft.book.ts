import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { type SealedColumn, SecretBox, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { CaseSight } from '../authority/case.sight.js';
import { NotVisibleError, TaskClosedError } from '../commands/command.error.js';
import { DraftTooLargeError, StaleDraftError } from './draft.error.js';

/** Bytes of JSON. */
const LIMIT = 65_536;

const CONTEXT = 'engine_draft';

/** What was not sent was not checked either: nobody knows what personal data is in it. */
export const SEALED_DRAFTS: SealedColumn = {
  table: 'engine_draft',
  key: 'task_id',
  column: 'content',
  context: CONTEXT,
};

/** 暂存: what somebody has entered in a task and not sent. */
export interface DraftContent {
  /** The outcome that was chosen, if one was. */
  readonly event: string | null;
  readonly form: JsonObject;
  readonly comment: string;
}

export interface Draft extends DraftContent {
  /** 0 where nothing is stored. */
  readonly version: number;
  readonly changedAt: Date | null;
}

interface DraftRow {
  readonly version: number;
  readonly content: string;
  readonly changed_at: Date;
}

const NOTHING: Draft = { event: null, form: {}, comment: '', version: 0, changedAt: null };

/** One draft for each person and open task; it goes when the task is closed. */
@Injectable()
export class DraftBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sight: CaseSight,
    private readonly clock: SystemClock,
    private readonly box: SecretBox,
  ) {}

  async read(caller: Caller, taskId: number): Promise<Draft> {
    await this.assertMayKeep(caller, taskId);
    return this.stored(caller, taskId);
  }

  /** `version` is what the caller saw: 0 for a draft that begins. */
  async save(
    caller: Caller,
    taskId: number,
    { version, ...content }: DraftContent & { version: number },
  ): Promise<Draft> {
    await this.assertMayKeep(caller, taskId);
    const text = JSON.stringify(content);
    const bytes = Buffer.byteLength(text);
    if (bytes > LIMIT) throw new DraftTooLargeError(bytes, LIMIT);
    const changedAt = this.clock.now();
    const sealed = this.box.seal(text, CONTEXT);
    const isWritten = await (version === 0
      ? this.insert(caller, taskId, { text: sealed, changedAt })
      : this.update(caller, taskId, { text: sealed, changedAt, version }));
    if (!isWritten) throw new StaleDraftError(version, (await this.stored(caller, taskId)).version);
    return { ...content, version: version + 1, changedAt };
  }

  async discard(caller: Caller, taskId: number): Promise<void> {
    await this.assertMayKeep(caller, taskId);
    await this.dataSource.query('DELETE FROM engine_draft WHERE task_id = ? AND user_id = ?', [taskId, caller.userId]);
  }

  private async stored({ userId }: Caller, taskId: number): Promise<Draft> {
    const rows: DraftRow[] = await this.dataSource.query(
      'SELECT version, content, changed_at FROM engine_draft WHERE task_id = ? AND user_id = ?',
      [taskId, userId],
    );
    const row = rows[0];
    if (!row) return NOTHING;
    // An object: `save` wrote it.
    const content = JSON.parse(this.box.open(row.content, CONTEXT)) as JsonObject;
    return { ...contentOf(content), version: row.version, changedAt: row.changed_at };
  }

  private async insert(
    { userId }: Caller,
    taskId: number,
    { text, changedAt }: { readonly text: string; readonly changedAt: Date },
  ): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      'INSERT IGNORE INTO engine_draft (task_id, user_id, version, content, changed_at) VALUES (?, ?, 1, ?, ?)',
      [taskId, userId, text, changedAt],
    );
    return affectedRows === 1;
  }

  private async update(
    { userId }: Caller,
    taskId: number,
    { text, changedAt, version }: { readonly text: string; readonly changedAt: Date; readonly version: number },
  ): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      `UPDATE engine_draft SET version = version + 1, content = ?, changed_at = ?
       WHERE task_id = ? AND user_id = ? AND version = ?`,
      [text, changedAt, taskId, userId, version],
    );
    return affectedRows === 1;
  }

  /** Those who may act on the task, while it is open. */
  private async assertMayKeep(caller: Caller, taskId: number): Promise<void> {
    const rows: Record<string, unknown>[] = await this.dataSource.query(
      `SELECT t.status, t.closed_at, i.process, r.division_code, c.organisation_id, c.role, c.user_id FROM engine_task t
       JOIN engine_instance i ON i.id = t.instance_id JOIN engine_root r ON r.id = t.root_id
       JOIN engine_task_candidate c ON c.task_id = t.id WHERE t.id = ?`,
      [taskId],
    );
    const [first] = rows;
    const candidates = rows.map((row) => ({
      organisationId: Number(row['organisation_id']),
      role: String(row['role']),
      userId: Number(row['user_id']),
    }));
    const place = { candidates, process: String(first?.['process']), divisionCode: String(first?.['division_code']) };
    if (!first || !this.sight.standing(caller, place)) throw new NotVisibleError('task', taskId);
    if (first['status'] !== 'open')
      throw new TaskClosedError(taskId, String(first['status']), first['closed_at'] as Date | null);
  }
}

/** What an earlier version of the page stored is read as far as it is understood. */
function contentOf({ event, form, comment }: JsonObject): DraftContent {
  const isForm = typeof form === 'object' && form !== null && !Array.isArray(form);
  return {
    event: typeof event === 'string' ? event : null,
    form: isForm ? (form as JsonObject) : {},
    comment: typeof comment === 'string' ? comment : '',
  };
}
