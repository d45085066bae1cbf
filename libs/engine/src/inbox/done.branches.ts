import type { Statement } from '../instances/sql.packet.js';
import type { Branch } from './branches.js';
import { before } from './sql.condition.js';

/** Where a page of 已办 begins: the time and task of the line before. */
export type DonePosition = readonly [Date, number];

const JOINED = 'JOIN engine_instance i ON i.id = t.instance_id JOIN engine_root r ON r.id = t.root_id';

/**
 * 已办: what one has closed, or voted on while others went on; and what others did in one's name. Each task once, with
 * the last time at which one had to do with it.
 */
export function branchesOfDone(userId: number, after: DonePosition, filter: readonly Statement[]): Branch[] {
  return [
    closed('closed_by', userId, { after, filter }),
    closed('closed_on_behalf_of', userId, { after, filter }),
    voted('user_id', userId, { after, filter }),
    voted('on_behalf_of', userId, { after, filter }),
  ];
}

interface DoneQuery {
  readonly after: DonePosition;
  readonly filter: readonly Statement[];
}

function closed(column: 'closed_by' | 'closed_on_behalf_of', userId: number, { after, filter }: DoneQuery): Branch {
  return {
    select: 't.id AS task_id, t.closed_at AS done_at',
    from: `engine_task t ${JOINED}`,
    where: [{ sql: `t.${column} = ?`, values: [userId] }, before(['t.closed_at', 't.id'], after), ...filter],
    order: ['t.closed_at', 't.id'],
    descending: true,
  };
}

function voted(column: 'user_id' | 'on_behalf_of', userId: number, { after, filter }: DoneQuery): Branch {
  return {
    select: 'v.task_id, v.at AS done_at',
    from: `engine_vote v JOIN engine_task t ON t.id = v.task_id ${JOINED}`,
    where: [
      { sql: `v.${column} = ?`, values: [userId] },
      before(['v.at', 'v.task_id'], after),
      { sql: 'COALESCE(t.closed_by, 0) <> ? AND COALESCE(t.closed_on_behalf_of, 0) <> ?', values: [userId, userId] },
      // Who voted again after taking a vote back stands there with the later one.
      {
        sql: `NOT EXISTS (SELECT 1 FROM engine_vote w WHERE w.task_id = v.task_id AND w.seat > v.seat AND w.${column} = v.${column})`,
        values: [],
      },
      ...filter,
    ],
    order: ['v.at', 'v.task_id'],
    descending: true,
  };
}
