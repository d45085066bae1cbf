import type { OrganisationRecord, UserRecord } from './directory.records.js';

/** Everything the directory answers from, in memory; kept current record by record. */
export class DirectoryIndex {
  private readonly organisations = new Map<number, OrganisationRecord>();
  private readonly users = new Map<number, UserRecord>();
  private readonly idsByCreditCode = new Map<string, number>();
  private readonly idsByLogin = new Map<string, number>();
  private readonly idsByPlace = new Map<string, Set<number>>();
  private readonly idsByKind = new Map<string, Set<number>>();
  private readonly userIdsByOrganisation = new Map<number, Set<number>>();

  putOrganisation(organisation: OrganisationRecord): void {
    const before = this.organisations.get(organisation.id);
    if (before) {
      this.idsByPlace.get(placeOf(before.kind, before.divisionCode))?.delete(before.id);
      this.idsByKind.get(before.kind)?.delete(before.id);
    }
    this.organisations.set(organisation.id, organisation);
    this.idsByCreditCode.set(organisation.creditCode, organisation.id);
    if (organisation.status !== 'active') return;
    addTo(this.idsByPlace, placeOf(organisation.kind, organisation.divisionCode), organisation.id);
    addTo(this.idsByKind, organisation.kind, organisation.id);
  }

  putUser(user: UserRecord): void {
    const before = this.users.get(user.id);
    if (before) this.userIdsByOrganisation.get(before.organisationId)?.delete(before.id);
    this.users.set(user.id, user);
    this.idsByLogin.set(user.login, user.id);
    addTo(this.userIdsByOrganisation, user.organisationId, user.id);
  }

  organisation(id: number | undefined): OrganisationRecord | null {
    return id === undefined ? null : (this.organisations.get(id) ?? null);
  }

  user(id: number | undefined): UserRecord | null {
    return id === undefined ? null : (this.users.get(id) ?? null);
  }

  organisationByCreditCode(creditCode: string): OrganisationRecord | null {
    return this.organisation(this.idsByCreditCode.get(creditCode));
  }

  userByLogin(login: string): UserRecord | null {
    return this.user(this.idsByLogin.get(login));
  }

  /** Active organisations, by id. */
  organisationsAt(kind: string, divisionCode: string): OrganisationRecord[] {
    return this.listed(this.idsByPlace.get(placeOf(kind, divisionCode)));
  }

  /** Active organisations, by id. */
  organisationsOfKind(kind: string): OrganisationRecord[] {
    return this.listed(this.idsByKind.get(kind));
  }

  usersOf(organisationId: number): UserRecord[] {
    const ids = [...(this.userIdsByOrganisation.get(organisationId) ?? [])].sort((a, b) => a - b);
    return ids.flatMap((id) => this.user(id) ?? []);
  }

  private listed(ids: ReadonlySet<number> | undefined): OrganisationRecord[] {
    return [...(ids ?? [])].sort((a, b) => a - b).flatMap((id) => this.organisation(id) ?? []);
  }
}

function placeOf(kind: string, divisionCode: string): string {
  return `${kind}@${divisionCode}`;
}

function addTo<K>(index: Map<K, Set<number>>, key: K, id: number): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}
