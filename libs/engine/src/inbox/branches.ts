import type { Statement } from '../instances/sql.packet.js';
import { allOf } from './sql.condition.js';

/**
 * One way by which a row comes into a box: read in the order of one index, so that it stops as soon as a page is full,
 * however much lies behind.
 */
export interface Branch {
  /** What is selected: the task's id, and what it is ordered by. */
  readonly select: string;
  readonly from: string;
  readonly where: readonly Statement[];
  /** Columns of an index after those that `where` fixes. */
  readonly order: readonly [string, string];
  readonly descending?: boolean;
}

/** Rows of all branches, each cut to the limit: their union holds the first rows of the whole. */
export function unionOf(branches: readonly Branch[], limit: number): Statement {
  const parts = branches.map((branch) => branchOf(branch, limit));
  return {
    sql: parts.map(({ sql }) => `(${sql})`).join(' UNION ALL '),
    values: parts.flatMap(({ values }) => [...values]),
  };
}

function branchOf({ select, from, where, order, descending }: Branch, limit: number): Statement {
  const { sql, values } = allOf(where);
  const direction = descending ? ' DESC' : '';
  const [major, minor] = order;
  return {
    // The order of the joins is that of the index: the optimiser must not begin with a small table and sort.
    sql: `SELECT STRAIGHT_JOIN ${select} FROM ${from} WHERE ${sql}
      ORDER BY ${major}${direction}, ${minor}${direction} LIMIT ?`,
    values: [...values, limit],
  };
}
