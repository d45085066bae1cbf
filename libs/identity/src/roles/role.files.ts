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

/** config/roles.yaml */
export interface RolesFile {
  readonly kinds: Readonly<Record<string, KindSpec>>;
  readonly permissions: Readonly<Record<string, Title>>;
  readonly roles: Readonly<Record<string, RoleSpec>>;
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
  required: ['kinds', 'permissions', 'roles'],
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
  },
};

/** Reads config/roles.yaml and checks that every name in it resolves. */
export function readRolesFile(configDir: string): RolesFile {
  const file = readYamlFile<RolesFile>(join(configDir, 'roles.yaml'), SCHEMA);
  const problems = [...unknownRoles(file), ...unknownPermissions(file)];
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
