import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { PartyRole } from '#libs/kernel';
import { RelationSource } from '../authority/relation.source.js';
import type { CaseSnapshot } from '../instances/case.snapshot.js';
import type { Language } from '../language/language.js';
import { RoleNames } from './role.names.js';

/** Who has a step: the relation and role as the definition says, and who that is in this case. */
export interface Post extends PartyRole {
  /** Names; the first of them where a relation is open to many, as for bidders. */
  readonly organisations: readonly string[];
  readonly roleTitle: string;
}

/** A case, and the language in which it is told. */
export interface Told {
  readonly snapshot: CaseSnapshot;
  readonly language: Language;
}

/** More organisations than a reader would look through. */
const MOST_NAMED = 5;

/** Names the posts of a case. */
@Injectable()
export class PostReader {
  constructor(
    private readonly relations: RelationSource,
    private readonly directory: OrganisationDirectory,
    private readonly names: RoleNames,
  ) {}

  organisations({ root, parties }: CaseSnapshot, relation: string): Promise<readonly number[]> {
    return this.relations.organisations({ root, parties: new Map(parties) }, relation);
  }

  async read({ snapshot, language }: Told, party: PartyRole | null): Promise<Post | null> {
    if (party === null) return null;
    const ids = await this.organisations(snapshot, party.organisation);
    const found = ids.slice(0, MOST_NAMED).flatMap((id) => this.directory.byId(id) ?? []);
    const division = found[0]?.divisionCode ?? snapshot.root.divisionCode;
    const roleTitle = this.names.titleIn(language, party.role, division);
    return { ...party, organisations: found.map(({ name }) => name), roleTitle };
  }
}
