import type { InboxPool } from '../authority/inbox.pools.js';
import { withinLimits } from '../authority/inbox.pools.js';
import type { Statement } from '../instances/sql.packet.js';
import type { Branch } from './branches.js';

/** What narrows a box of open tasks beside the people. */
export interface OpenTaskQuery {
  /** Conditions over candidates `c` alone. */
  readonly where: readonly Statement[];
  /** Conditions over tasks `t`, instances `i` and roots `r`; without any they are not joined. */
  readonly filter: readonly Statement[];
}

const JOINED = `engine_task_candidate c JOIN engine_task t ON t.id = c.task_id
  JOIN engine_instance i ON i.id = t.instance_id JOIN engine_root r ON r.id = t.root_id`;

/** Open tasks of the pools: one branch for each post that somebody holds, and one for what stands in its name. */
export function branchesOfPools(pools: readonly InboxPool[], query: OpenTaskQuery): Branch[] {
  return pools.flatMap((pool, number) => {
    const { userId, organisationId, roles } = pool;
    const posts = roles.map((role) => ofPost(organisationId, role, ' AND c.user_id = 0'));
    const named = {
      sql: 'c.user_id = ? AND c.is_open = 1 AND c.organisation_id = ?',
      values: [userId, organisationId],
    };
    return [...posts, named].map((people) =>
      branch(number, people, { ...query, filter: [...query.filter, ...withinLimits(pool)] }),
    );
  });
}

/** Open tasks of an organisation, whoever in it has them. */
export function branchesOfOrganisation(
  organisationId: number,
  roles: readonly string[],
  query: OpenTaskQuery,
): Branch[] {
  return roles.map((role) => branch(0, ofPost(organisationId, role, ''), query));
}

function ofPost(organisationId: number, role: string, people: string): Statement {
  return { sql: `c.organisation_id = ? AND c.role = ? AND c.is_open = 1${people}`, values: [organisationId, role] };
}

function branch(pool: number, people: Statement, { where, filter }: OpenTaskQuery): Branch {
  return {
    select: `DISTINCT c.task_id, c.due_sort, ${pool} AS pool`,
    from: filter.length === 0 ? 'engine_task_candidate c' : JOINED,
    where: [people, ...where, ...filter],
    order: ['c.due_sort', 'c.task_id'],
  };
}
