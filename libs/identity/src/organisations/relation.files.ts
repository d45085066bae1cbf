import { join } from 'node:path';
import { readYamlFile } from '../configuration/yaml.file.js';
import { DIVISION_LEVELS, type DivisionLevel } from '../divisions/division-level.js';

/** How a relation is found when the case does not name a party for it. */
export interface RelationRule {
  readonly kind: string | readonly string[];
  readonly level?: DivisionLevel;
  readonly at?: 'anywhere';
}

/** A post by relation and role; without a role, the one that is asked for. */
export interface SubstitutePost {
  readonly organisation: string;
  readonly role?: string;
}

/** Who lawfully acts where separation of duties or a conflict of interest leaves nobody in a post. */
export interface SubstituteRule {
  /** Named in the history. */
  readonly name: string;
  /** Kinds of the organisation in which nobody is left; any when unset. */
  readonly kinds?: readonly string[];
  /** Roles that are missing; any when unset. */
  readonly roles?: readonly string[];
  /** Tried in order: the first in which somebody may act. */
  readonly by: readonly SubstitutePost[];
  /** Key of config/law. */
  readonly law?: string;
}

/** config/relations.yaml */
export interface RelationsFile {
  readonly substitutes?: readonly SubstituteRule[];
  readonly relations: Readonly<Record<string, RelationRule>>;
}

const names = { type: 'array', items: { type: 'string' }, minItems: 1 };

const SUBSTITUTES = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'by'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1 },
      kinds: names,
      roles: names,
      law: { type: 'string' },
      by: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['organisation'],
          additionalProperties: false,
          properties: { organisation: { type: 'string' }, role: { type: 'string' } },
        },
      },
    },
  },
};

const SCHEMA = {
  type: 'object',
  required: ['relations'],
  additionalProperties: false,
  properties: {
    substitutes: SUBSTITUTES,
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
