import { Injectable } from '@nestjs/common';
import { DirectoriesConfig } from '#libs/platform';
import { BadConfigurationError } from '../configuration/bad-configuration.error.js';
import { codeAtLevel } from '../divisions/division-level.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { OrganisationRecord } from './directory.records.js';
import { OrganisationDirectory } from './organisation.directory.js';
import { readRelationsFile, type RelationRule, type SubstituteRule } from './relation.files.js';

/** What a case knows of its parties. */
export interface CaseParties {
  /** Relation → organisations that were set on the case. */
  readonly parties: ReadonlyMap<string, readonly number[]>;
  readonly purchaserId: number;
}

/** The word of config/relations.yaml for "the kind that the purchaser has". */
const SAME = 'same';

/** Finds the organisations that stand in a relation to a case: those set on it, else by config/relations.yaml. */
@Injectable()
export class RelationResolver {
  /** Relations that can be derived; all others must be set on the case. */
  readonly derivable: ReadonlySet<string>;
  private readonly substitutes: readonly SubstituteRule[];
  private readonly rules: ReadonlyMap<string, RelationRule>;

  constructor(
    private readonly directory: OrganisationDirectory,
    directories: DirectoriesConfig,
    catalogue: RoleCatalogue,
  ) {
    const file = readRelationsFile(directories.configDir);
    this.rules = new Map(Object.entries(file.relations));
    this.substitutes = file.substitutes ?? [];
    this.derivable = new Set(this.rules.keys());
    refuseUnknownKinds(this.rules, catalogue.kindNames);
    refuseUnknownSubstitutes(this.substitutes, catalogue);
  }

  /** Rules for a post in which nobody is left, in their order. */
  substitutesFor(kind: string, role: string): readonly SubstituteRule[] {
    return this.substitutes.filter(
      ({ kinds, roles }) => (kinds?.includes(kind) ?? true) && (roles?.includes(role) ?? true),
    );
  }

  /** Organisation ids; none means that the post is vacant. */
  resolve(relation: string, { parties, purchaserId }: CaseParties): number[] {
    const set = parties.get(relation);
    if (set && set.length > 0) return [...set];
    if (relation === 'purchaser') return [purchaserId];
    const rule = this.rules.get(relation);
    if (!rule) return [];
    const purchaser = this.directory.byId(purchaserId);
    return purchaser ? this.derive(rule, purchaser).map(({ id }) => id) : [];
  }

  private derive(rule: RelationRule, purchaser: OrganisationRecord): OrganisationRecord[] {
    for (const kind of kindsOf(rule)) {
      const found = this.find(kind === SAME ? purchaser.kind : kind, rule, purchaser);
      if (found.length > 0) return found;
    }
    return [];
  }

  private find(kind: string, rule: RelationRule, purchaser: OrganisationRecord): OrganisationRecord[] {
    if (rule.at === 'anywhere') return this.directory.byKind(kind);
    const { divisionCode } = purchaser;
    const code = rule.level ? codeAtLevel(divisionCode, rule.level) : divisionCode;
    return code === null ? [] : this.directory.byKindAt(kind, code);
  }
}

function kindsOf(rule: RelationRule): readonly string[] {
  return typeof rule.kind === 'string' ? [rule.kind] : rule.kind;
}

function refuseUnknownKinds(rules: ReadonlyMap<string, RelationRule>, kinds: ReadonlySet<string>): void {
  const problems = [...rules].flatMap(([relation, rule]) =>
    kindsOf(rule)
      .filter((kind) => kind !== SAME && !kinds.has(kind))
      .map((kind) => `relation ${relation} names the unknown kind ${kind}`),
  );
  if (problems.length > 0) throw new BadConfigurationError('relations.yaml', problems);
}

function refuseUnknownSubstitutes(rules: readonly SubstituteRule[], catalogue: RoleCatalogue): void {
  const problems = rules.flatMap(({ name, kinds = [], roles = [], by }) => [
    ...kinds.filter((kind) => !catalogue.kindNames.has(kind)).map((kind) => `substitute ${name}: unknown kind ${kind}`),
    ...[...roles, ...by.flatMap(({ role }) => role ?? [])]
      .filter((role) => !catalogue.roleNames.has(role))
      .map((role) => `substitute ${name}: unknown role ${role}`),
  ]);
  if (problems.length > 0) throw new BadConfigurationError('relations.yaml', problems);
}
