import { join } from 'node:path';
import type { JsonObject, StaffedOrganisation, Staffing } from '#libs/kernel';
import { parseYaml, readYamlFiles } from '../../definitions/yaml.files.js';

/** An organisation with its people, as far as staffing goes. */
export interface KnownOrganisation extends StaffedOrganisation {
  readonly kind: string;
}

/**
 * Who could do the tasks of a process among these organisations. A relation of `relations.yaml` admits its kinds; one
 * that a case names itself admits any.
 */
export function staffingAmong(
  organisations: readonly KnownOrganisation[],
  configDir: string,
  relations: readonly string[],
): Staffing {
  const file = readYamlFiles(configDir).find(({ name }) => name === 'relations.yaml');
  const declared = file === undefined ? {} : objectAt(parseYaml(file), 'relations');
  return Object.fromEntries(
    relations.map((relation) => {
      const kinds = kindsOf(objectAt(declared, relation));
      return [relation, organisations.filter(({ kind }) => kinds === null || kinds.includes(kind))];
    }),
  );
}

/** Organisations of the demo data, as `config/demo/organisations` has them. */
export function demoOrganisations(configDir: string): readonly KnownOrganisation[] {
  return readYamlFiles(join(configDir, 'demo', 'organisations')).flatMap((file) =>
    listAt(parseYaml(file), 'organisations').map(organisationOf),
  );
}

/** Null where any kind will do. */
function kindsOf({ kind }: JsonObject): readonly unknown[] | null {
  const kinds: readonly unknown[] = Array.isArray(kind) ? kind : [kind];
  return kind === undefined || kinds.includes('same') ? null : kinds;
}

function organisationOf(organisation: JsonObject): KnownOrganisation {
  const people = listAt(organisation, 'users').map((user) => {
    const { roles } = user;
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
  });
  return { name: textAt(organisation, 'name'), kind: textAt(organisation, 'kind'), people };
}

function listAt(value: JsonObject, key: string): readonly JsonObject[] {
  const list = value[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const member = value[key];
  return isObject(member) ? member : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(value: JsonObject, key: string): string {
  const text = value[key];
  return typeof text === 'string' ? text : '';
}
