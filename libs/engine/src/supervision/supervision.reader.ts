import { Injectable } from '@nestjs/common';
import { type Caller, may, OrganisationDirectory } from '#libs/identity';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import { InboxItems } from '../inbox/inbox.item.js';
import { OVERSEE } from '../inbox/inbox.reader.js';
import { allOf } from '../inbox/sql.condition.js';
import type { Statement } from '../instances/sql.packet.js';
import type { Language } from '../language/language.js';
import { taskTitleIn } from '../tasks/task.view.js';
import { parseSupervision } from './supervision.book.js';
import type { Supervision, SupervisionStatus } from './supervision.js';

export const SUPERVISION_SIDES = ['given', 'received'] as const;
/** `given`: the caller's post supervises. `received`: the caller's organisation is supervised. */
export type SupervisionSide = (typeof SUPERVISION_SIDES)[number];

/** One line of the list of supervisions. */
export interface SupervisionItem extends Supervision {
  readonly caseTitle: string;
  readonly taskTitle: string;
  readonly superior: string;
  readonly subject: string;
  /** Due time of the task as it is now; null where it has none. */
  readonly dueAt: Date | null;
  readonly closedByName: string | null;
  /** Explanations asked for, and of those the ones that are still owed. */
  readonly asked: number;
  readonly owed: number;
}

export interface SupervisionQuery {
  readonly side: SupervisionSide;
  readonly status: SupervisionStatus;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language: Language;
}

type Row = Record<string, unknown>;

const ITEMS = `SELECT s.*, r.title AS case_title, t.title, t.state, t.due_at, i.bundle_hash,
    (SELECT COUNT(*) FROM engine_explanation e WHERE e.supervision_id = s.id) AS asked,
    (SELECT COUNT(*) FROM engine_explanation e WHERE e.supervision_id = s.id AND e.answer IS NULL) AS owed
  FROM engine_supervision s JOIN engine_root r ON r.id = s.root_id JOIN engine_task t ON t.id = s.task_id
  JOIN engine_instance i ON i.id = t.instance_id`;

/** 督办件: what a post supervises, and what an organisation is supervised for; the newest first, paged by key. */
@Injectable()
export class SupervisionReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly items: InboxItems,
  ) {}

  async list(caller: Caller, query: SupervisionQuery): Promise<Page<SupervisionItem>> {
    const { side, status, limit, after, language } = query;
    const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(decodeCursor(after, 1)[0]);
    const { sql, values } = allOf([
      side === 'given' ? givenBy(caller) : receivedBy(caller),
      { sql: 's.status = ? AND s.id < ?', values: [status, before] },
    ]);
    const rows: Row[] = await this.dataSource.query(`${ITEMS} WHERE ${sql} ORDER BY s.id DESC LIMIT ?`, [
      ...values,
      limit + 1,
    ]);
    const page = pageOf(rows, limit, (row) => [Number(row['id'])]);
    return { ...page, items: await this.itemsOf(page.items, language) };
  }

  /** Null where the caller has no part in it, as where it does not exist. */
  async item(caller: Caller, id: number, language: Language): Promise<SupervisionItem | null> {
    const given = givenBy(caller);
    const received = receivedBy(caller);
    const rows: Row[] = await this.dataSource.query(
      `${ITEMS} WHERE s.id = ? AND ((${given.sql}) OR (${received.sql}))`,
      [id, ...given.values, ...received.values],
    );
    return (await this.itemsOf(rows, language))[0] ?? null;
  }

  private async itemsOf(rows: readonly Row[], language: Language): Promise<SupervisionItem[]> {
    const bundles = language === 'en' ? await this.items.bundlesOf(rows) : new Map<string, never>();
    return rows.map((row) => {
      const supervision = parseSupervision(row);
      const task = { state: String(row['state']), title: String(row['title']) };
      const closedBy = row['closed_by'];
      return {
        ...supervision,
        caseTitle: String(row['case_title']),
        taskTitle: taskTitleIn(language, bundles.get(String(row['bundle_hash'])), task),
        superior: this.directory.byId(supervision.organisationId)?.name ?? '',
        subject: this.directory.byId(supervision.subjectId)?.name ?? '',
        dueAt: row['due_at'] as Date | null,
        closedByName: closedBy === null ? null : (this.directory.user(Number(closedBy))?.name ?? null),
        asked: Number(row['asked']),
        owed: Number(row['owed']),
      };
    });
  }
}

function givenBy({ organisationId, roles }: Caller): Statement {
  return { sql: 's.organisation_id = ? AND s.role IN (?)', values: [organisationId, listOf(roles)] };
}

/** Who oversees the organisation's tasks sees all of them, others those of their own tasks. */
function receivedBy(caller: Caller): Statement {
  const { organisationId, userId, roles } = caller;
  if (may(caller, OVERSEE)) return { sql: 's.subject_id = ?', values: [organisationId] };
  const own = `EXISTS (SELECT 1 FROM engine_task_candidate c WHERE c.task_id = s.task_id AND c.organisation_id = ?
    AND (c.user_id = ? OR (c.user_id = 0 AND c.role IN (?))))`;
  return { sql: `s.subject_id = ? AND ${own}`, values: [organisationId, organisationId, userId, listOf(roles)] };
}

/** An empty list is no list to SQL. */
function listOf(roles: readonly string[]): readonly string[] {
  return roles.length === 0 ? [''] : roles;
}
