import type { IdAllocator, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { nextRevision } from './directory.loader.js';

export interface OrganisationDraft {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly divisionCode: string;
  readonly isDemo: boolean;
}

export interface UserDraft {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: number;
  readonly passwordHash: string;
  readonly roles: readonly string[];
  readonly isDemo: boolean;
}

/**
 * Writes organisations and users under one revision, so that every directory notices. What exists already (by credit
 * code, by login) keeps its id and status and takes everything else. Must run inside a transaction.
 */
export class DirectoryWriter {
  private revision: Promise<number> | null = null;

  constructor(
    private readonly manager: EntityManager,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** Ids by credit code. */
  async putOrganisations(drafts: readonly OrganisationDraft[]): Promise<Map<string, number>> {
    if (drafts.length === 0) return new Map();
    const revision = await this.takeRevision();
    const ids = await this.idsOf(
      'identity_organisation',
      'credit_code',
      drafts.map((draft) => draft.creditCode),
    );
    const rows = drafts.map((draft) => [
      idIn(ids, draft.creditCode),
      draft.creditCode,
      draft.name,
      draft.kind,
      draft.divisionCode,
      'active',
      draft.isDemo,
      revision,
      this.clock.now(),
    ]);
    await this.manager.query(
      `INSERT INTO identity_organisation
         (id, credit_code, name, kind, division_code, status, is_demo, revision, created_at) VALUES ?
       ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind), division_code = VALUES(division_code),
         is_demo = VALUES(is_demo), revision = VALUES(revision)`,
      [rows],
    );
    return ids;
  }

  /** Ids by login. */
  async putUsers(drafts: readonly UserDraft[]): Promise<Map<string, number>> {
    if (drafts.length === 0) return new Map();
    const revision = await this.takeRevision();
    const ids = await this.idsOf(
      'identity_user',
      'login',
      drafts.map((draft) => draft.login),
    );
    const rows = drafts.map((draft) => [
      idIn(ids, draft.login),
      draft.login,
      draft.name,
      draft.email,
      draft.organisationId,
      draft.passwordHash,
      'active',
      draft.isDemo,
      revision,
      this.clock.now(),
    ]);
    await this.manager.query(
      `INSERT INTO identity_user
         (id, login, name, email, organisation_id, password_hash, status, is_demo, revision, created_at) VALUES ?
       ON DUPLICATE KEY UPDATE name = VALUES(name), email = VALUES(email), organisation_id = VALUES(organisation_id),
         password_hash = VALUES(password_hash), is_demo = VALUES(is_demo), revision = VALUES(revision)`,
      [rows],
    );
    await this.putRoles(drafts, ids);
    return ids;
  }

  private async putRoles(drafts: readonly UserDraft[], ids: ReadonlyMap<string, number>): Promise<void> {
    await this.manager.query('DELETE FROM identity_user_role WHERE user_id IN (?)', [[...ids.values()]]);
    const rows = drafts.flatMap((draft) => draft.roles.map((role) => [idIn(ids, draft.login), role]));
    if (rows.length > 0) await this.manager.query('INSERT INTO identity_user_role (user_id, role) VALUES ?', [rows]);
  }

  private takeRevision(): Promise<number> {
    this.revision ??= nextRevision(this.manager);
    return this.revision;
  }

  /** Known ids, and new ones for the rest. */
  private async idsOf(
    table: 'identity_organisation' | 'identity_user',
    column: 'credit_code' | 'login',
    keys: readonly string[],
  ): Promise<Map<string, number>> {
    const known: { id: number; name: string }[] = await this.manager.query(
      `SELECT id, ${column} AS name FROM ${table} WHERE ${column} IN (?)`,
      [keys],
    );
    const ids = new Map(known.map(({ id, name }) => [name, Number(id)]));
    await this.ids.ensure(keys.length);
    for (const key of keys) if (!ids.has(key)) ids.set(key, this.ids.next());
    return ids;
  }
}

function idIn(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`No id was taken for ${key}.`);
  return id;
}
