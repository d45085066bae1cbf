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

/** Both indexes have the order; which one has the people, the optimiser cannot know of values that it has not seen. */
const BY_POST = 'engine_task_candidate c FORCE INDEX (ix_engine_task_candidate__inbox)';
const BY_PERSON = 'engine_task_candidate c FORCE INDEX (ix_engine_task_candidate__person)';
const JOINED = `JOIN engine_task t ON t.id = c.task_id
  JOIN engine_instance i ON i.id = t.instance_id JOIN engine_root r ON r.id = t.root_id`;

/** Each task once, without DISTINCT, which would collect all rows before it gives the first. */
const ANOTHER = ` AND NOT EXISTS (SELECT 1 FROM engine_task_candidate e WHERE e.task_id = c.task_id AND e.is_open = 1
  AND e.organisation_id = c.organisation_id`;
const FIRST_PERSON = `${ANOTHER} AND e.role = c.role AND e.user_id < c.user_id)`;
const FIRST_ROLE = `${ANOTHER} AND e.user_id = c.user_id AND e.role < c.role)`;

/** Whose tasks, and the index that has them together. */
interface People extends Statement {
  readonly from: string;
}

/** Open tasks of the pools: one branch for each post that somebody holds, and one for what stands in its name. */
export function branchesOfPools(pools: readonly InboxPool[], query: OpenTaskQuery): Branch[] {
  return pools.flatMap((pool, number) => {
    const posts = pool.roles.map((role) => ofPost(pool.organisationId, role, ' AND c.user_id = 0'));
    const narrowed = { ...query, filter: [...query.filter, ...withinLimits(pool)] };
    return [...posts, inNameOf(pool)].map((people) => branch(number, people, narrowed));
  });
}

/** Open tasks of an organisation, whoever in it has them. */
export function branchesOfOrganisation(
  organisationId: number,
  roles: readonly string[],
  query: OpenTaskQuery,
): Branch[] {
  return roles.map((role) => branch(0, ofPost(organisationId, role, FIRST_PERSON), query));
}

function ofPost(organisationId: number, role: string, people: string): People {
  const sql = `c.organisation_id = ? AND c.role = ? AND c.is_open = 1${people}`;
  return { from: BY_POST, sql, values: [organisationId, role] };
}

/** Who acts for another does so in the roles that were delegated; one's own name needs none. */
function inNameOf({ userId, organisationId, roles, onBehalfOf }: InboxPool): People {
  const sql = `c.user_id = ? AND c.is_open = 1 AND c.organisation_id = ?${FIRST_ROLE}`;
  if (onBehalfOf === null) return { from: BY_PERSON, sql, values: [userId, organisationId] };
  return { from: BY_PERSON, sql: `${sql} AND c.role IN (?)`, values: [userId, organisationId, roles] };
}

function branch(pool: number, people: People, { where, filter }: OpenTaskQuery): Branch {
  return {
    select: `c.task_id, c.due_sort, ${pool} AS pool`,
    from: filter.length === 0 ? people.from : `${people.from} ${JOINED}`,
    where: [people, ...where, ...filter],
    order: ['c.due_sort', 'c.task_id'],
  };
}
