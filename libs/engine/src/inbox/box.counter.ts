import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { DataSource } from 'typeorm';
import type { Statement } from '../instances/sql.packet.js';
import { BOXES, type Box } from './box.js';
import { inScope, startedBy } from './case.box.reader.js';
import { InboxReader } from './inbox.reader.js';

/** Boxes are counted no further than this: a page then says 999+. */
export const COUNTED_AT_MOST = 1000;

/** Lines in each box; of copies those that are unread; null for a box that the caller does not have. */
export type BoxCounts = Readonly<Record<Box, number | null>>;

/** How much waits in each box, in one statement. */
@Injectable()
export class BoxCounter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: InboxReader,
  ) {}

  async count(caller: Caller): Promise<BoxCounts> {
    const counted: Readonly<Record<Box, Statement | null>> = {
      todo: this.inbox.counted(caller, 'todo', COUNTED_AT_MOST),
      overdue: this.inbox.counted(caller, 'overdue', COUNTED_AT_MOST),
      done: this.inbox.counted(caller, 'done', COUNTED_AT_MOST),
      started: roots(startedBy(caller)),
      copied: unreadCopies(caller),
      area: roots(inScope(caller)),
    };
    const parts = BOXES.map((box) => ({ box, ...(counted[box] ?? { sql: 'SELECT NULL', values: [] }) }));
    const rows: Record<Box, number | null>[] = await this.dataSource.query(
      `SELECT ${parts.map(({ box, sql }) => `(${sql}) AS \`${box}\``).join(', ')}`,
      parts.flatMap(({ values }) => [...values]),
    );
    const row = rows[0];
    const numberOf = (box: Box): number | null => (row?.[box] === null ? null : Number(row?.[box] ?? 0));
    return {
      todo: numberOf('todo'),
      overdue: numberOf('overdue'),
      done: numberOf('done'),
      started: numberOf('started'),
      copied: numberOf('copied'),
      area: numberOf('area'),
    };
  }
}

function roots(people: Statement | null): Statement | null {
  if (!people) return null;
  return {
    sql: `SELECT COUNT(*) FROM (SELECT 1 FROM engine_root r WHERE ${people.sql} AND r.seq > 0 LIMIT ?) x`,
    values: [...people.values, COUNTED_AT_MOST],
  };
}

function unreadCopies({ userId }: Caller): Statement {
  return {
    sql: 'SELECT COUNT(*) FROM (SELECT 1 FROM engine_copy k WHERE k.user_id = ? AND k.is_read = 0 LIMIT ?) x',
    values: [userId, COUNTED_AT_MOST],
  };
}
