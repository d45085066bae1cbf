import type { DataSource, EntityManager } from 'typeorm';
import type { UserStatus } from '../users/user.entity.js';
import type { DirectoryIndex } from './directory.index.js';
import type { OrganisationRecord, UserRecord } from './directory.records.js';

interface UserRow extends Omit<UserRecord, 'roles' | 'isDemo' | 'status'> {
  readonly roles: string | null;
  readonly status: UserStatus;
  readonly isDemo: number | boolean;
}

/** Brings an index from the revision that it has to the newest. */
export async function bringUpToDate(source: DataSource, index: DirectoryIndex, seen: number): Promise<void> {
  for (const organisation of await readOrganisations(source, seen)) index.putOrganisation(organisation);
  for (const user of await readUsers(source, seen)) index.putUser(user);
}

/**
 * Gives the writer its revision. The row stays locked until the writer commits, so revisions become visible in order
 * and a reader never misses one.
 */
export async function nextRevision(manager: EntityManager): Promise<number> {
  await manager.query(`UPDATE identity_revision SET revision = revision + 1 WHERE name = 'directory'`);
  return readRevision(manager);
}

/** The revision of the newest change that is committed. */
export async function readRevision(source: Pick<EntityManager, 'query'>): Promise<number> {
  const rows: { revision: number }[] = await source.query(
    `SELECT revision FROM identity_revision WHERE name = 'directory'`,
  );
  return Number(rows[0]?.revision ?? 0);
}

async function readOrganisations(source: DataSource, seen: number): Promise<OrganisationRecord[]> {
  const rows: OrganisationRecord[] = await source.query(
    `SELECT id, credit_code AS creditCode, name, kind, division_code AS divisionCode, status, is_demo AS isDemo
     FROM identity_organisation WHERE revision > ?`,
    [seen],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id), isDemo: Boolean(row.isDemo) }));
}

async function readUsers(source: DataSource, seen: number): Promise<UserRecord[]> {
  const rows: UserRow[] = await source.query(
    `SELECT u.id, u.login, u.name, u.email, u.organisation_id AS organisationId, u.status,
            u.is_demo AS isDemo, GROUP_CONCAT(r.role ORDER BY r.role) AS roles
     FROM identity_user u LEFT JOIN identity_user_role r ON r.user_id = u.id
     WHERE u.revision > ? GROUP BY u.id`,
    [seen],
  );
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    organisationId: Number(row.organisationId),
    isDemo: Boolean(row.isDemo),
    roles: row.roles ? row.roles.split(',') : [],
  }));
}
