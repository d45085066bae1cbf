import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadConfigurationError } from '../configuration/bad-configuration.error.js';
import { readYamlFile } from '../configuration/yaml.file.js';
import { isCreditCode } from '../organisations/credit-code.js';

/** A person of the demo data; all have the one demo password. */
export interface DemoUser {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Stands in the table of accounts that `npm start` prints. */
  readonly shown?: boolean;
}

export interface DemoOrganisation {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly division: string;
  readonly users: readonly DemoUser[];
}

interface DemoFile {
  readonly organisations: readonly DemoOrganisation[];
}

const text = { type: 'string', minLength: 1 };

const SCHEMA = {
  type: 'object',
  required: ['organisations'],
  additionalProperties: false,
  properties: {
    organisations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['creditCode', 'name', 'kind', 'division', 'users'],
        additionalProperties: false,
        properties: {
          creditCode: text,
          name: text,
          kind: text,
          division: { type: 'string', pattern: '^[0-9]{2,12}$' },
          users: {
            type: 'array',
            items: {
              type: 'object',
              required: ['login', 'name', 'roles'],
              additionalProperties: false,
              properties: {
                login: { type: 'string', pattern: '^[a-z0-9.-]+$' },
                name: text,
                roles: { type: 'array', items: { type: 'string' }, minItems: 1 },
                shown: { type: 'boolean' },
              },
            },
          },
        },
      },
    },
  },
};

/** Organisations and users of config/demo/organisations, in the order of their files. */
export function readDemoOrganisations(configDir: string): DemoOrganisation[] {
  const folder = join(configDir, 'demo', 'organisations');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.flatMap((name) => {
    const { organisations } = readYamlFile<DemoFile>(join(folder, name), SCHEMA);
    const wrong = organisations.filter(({ creditCode }) => !isCreditCode(creditCode));
    if (wrong.length > 0) {
      throw new BadConfigurationError(
        name,
        wrong.map((one) => `${one.name}: ${one.creditCode} fails its check digits`),
      );
    }
    return [...organisations];
  });
}
