import { join } from 'node:path';
import { readYamlFile } from '../configuration/yaml.file.js';
import { DIVISION_LEVELS, type DivisionLevel } from '../divisions/division-level.js';

/** How a relation is found when the case does not name a party for it. */
export interface RelationRule {
  readonly kind: string | readonly string[];
  readonly level?: DivisionLevel;
  readonly at?: 'anywhere';
}

/** config/relations.yaml */
export interface RelationsFile {
  readonly relations: Readonly<Record<string, RelationRule>>;
}

const SCHEMA = {
  type: 'object',
  required: ['relations'],
  additionalProperties: false,
  properties: {
    relations: {
      type: 'object',
      required: [],
      additionalProperties: {
        type: 'object',
        required: ['kind'],
        additionalProperties: false,
        properties: {
          kind: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
          level: { enum: DIVISION_LEVELS },
          at: { const: 'anywhere' },
        },
      },
    },
  },
};

export function readRelationsFile(configDir: string): RelationsFile {
  return readYamlFile<RelationsFile>(join(configDir, 'relations.yaml'), SCHEMA);
}
