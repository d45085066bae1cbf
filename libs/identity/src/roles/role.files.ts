import { join } from 'node:path';
import { BadConfigurationError } from '../configuration/bad-configuration.error.js';
import { readYamlFile } from '../configuration/yaml.file.js';
import { DIVISION_LEVELS, type DivisionLevel } from '../divisions/division-level.js';

/** How far a caller sees: all, the own division, or the cases the organisation is a party of. */
export const SCOPE_KINDS = ['all', 'division', 'party'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export interface Title {
  readonly zh: string;
  readonly en: string;
}

export interface KindSpec {
  readonly title: Title;
  readonly scope: ScopeKind | Partial<Record<DivisionLevel, ScopeKind>>;
  readonly roles: readonly string[];
}

export interface RoleSpec {
  readonly title: Title;
  readonly permissions?: readonly string[];
  /** Whoever has the role must log in with a second factor too. */
  readonly secondFactor?: 'required';
}

/** 开户: which organisations may ask for an account themselves, and who decides. */
export interface OpeningSpec {
  /** Kind → roles that the first user gets with the approval. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Who reviews: an organisation of that kind, at that level of the request's division. */
  readonly review: { readonly kind: string; readonly level: DivisionLevel };
}

/** config/roles.yaml */
export interface RolesFile {
  readonly kinds: Readonly<Record<string, KindSpec>>;
  readonly permissions: Readonly<Record<string, Title>>;
  readonly roles: Readonly<Record<string, RoleSpec>>;
  /** 三权分立: of each list a person can have one role. */
  readonly exclusive: readonly (readonly string[])[];
  readonly opening: OpeningSpec;
}

const title = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
  additionalProperties: false,
};
const names = { type: 'array', items: { type: 'string' } };
const scope = { enum: SCOPE_KINDS };
const mapOf = (value: object): object => ({ type: 'object', additionalProperties: value, required: [] });

const SCHEMA = {
  type: 'object',
  required: ['kinds', 'permissions', 'roles', 'exclusive', 'opening'],
  additionalProperties: false,
  properties: {
    kinds: mapOf({
      type: 'object',
      required: ['title', 'scope', 'roles'],
      additionalProperties: false,
      properties: {
        title,
        scope: {
          anyOf: [scope, { type: 'object', propertyNames: { enum: DIVISION_LEVELS }, additionalProperties: scope }],
        },
        roles: names,
      },
    }),
    permissions: mapOf(title),
    roles: mapOf({
      type: 'object',
      required: ['title'],
      additionalProperties: false,
      properties: { title, permissions: names, secondFactor: { enum: ['required'] } },
    }),
    exclusive: { type: 'array', items: { ...names, minItems: 2 } },
    opening: {
      type: 'object',
      required: ['kinds', 'review'],
      additionalProperties: false,
      properties: {
        kinds: mapOf({ ...names, minItems: 1 }),
        review: {
          type: 'object',
          required: ['kind', 'level'],
          additionalProperties: false,
          properties: { kind: { type: 'string' }, level: { enum: DIVISION_LEVELS } },
        },
      },
    },
  },
};

/** Reads config/roles.yaml and checks that every name in it resolves. */
export function readRolesFile(configDir: string): RolesFile {
  const file = readYamlFile<RolesFile>(join(configDir, 'roles.yaml'), SCHEMA);
  const problems = [
    ...unknownRoles(file),
    ...unknownPermissions(file),
    ...unknownExclusive(file),
    ...wrongOpening(file),
  ];
  if (problems.length > 0) throw new BadConfigurationError('roles.yaml', problems);
  return file;
}

function unknownRoles({ kinds, roles }: RolesFile): string[] {
  return Object.entries(kinds).flatMap(([kind, spec]) =>
    spec.roles.filter((role) => !(role in roles)).map((role) => `kind ${kind} names the unknown role ${role}`),
  );
}

function unknownPermissions({ permissions, roles }: RolesFile): string[] {
  return Object.entries(roles).flatMap(([role, spec]) =>
    (spec.permissions ?? [])
      .filter((permission) => !(permission in permissions))
      .map((permission) => `role ${role} names the unknown permission ${permission}`),
  );
}

function unknownExclusive({ exclusive, roles }: RolesFile): string[] {
  return exclusive
    .flat()
    .filter((role) => !(role in roles))
    .map((role) => `exclusive names the unknown role ${role}`);
}

function wrongOpening({ kinds, opening }: RolesFile): string[] {
  const unknown = [...Object.keys(opening.kinds), opening.review.kind].filter((kind) => !(kind in kinds));
  const strange = Object.entries(opening.kinds).flatMap(([kind, roles]) =>
    roles
      .filter((role) => kinds[kind] && !kinds[kind].roles.includes(role))
      .map((role) => `opening gives ${kind} the role ${role}, which that kind does not have`),
  );
  return [...unknown.map((kind) => `opening names the unknown kind ${kind}`), ...strange];
}
