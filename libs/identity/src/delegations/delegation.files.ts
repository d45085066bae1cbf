import { join } from 'node:path';
import { readYamlFile } from '../configuration/yaml.file.js';

/** Where a substitute must come from, seen from the principal. */
export const DELEGATION_REACHES = ['organisation', 'division', 'anywhere'] as const;
export type DelegationReach = (typeof DELEGATION_REACHES)[number];

/** config/delegation.yaml */
export interface DelegationFile {
  /** Days, both ends counted. */
  readonly maximumDays: number;
  /** How many hands a duty may go through; 1 means that it cannot be passed on. */
  readonly depth: number;
  readonly within: DelegationReach;
  /** Who may not act for others. */
  readonly barred: { readonly kinds: readonly string[]; readonly roles: readonly string[] };
  /** Roles whose duties cannot be delegated. */
  readonly personal: readonly string[];
}

const names = { type: 'array', items: { type: 'string' }, uniqueItems: true };

const SCHEMA = {
  type: 'object',
  required: ['maximumDays', 'depth', 'within', 'barred', 'personal'],
  additionalProperties: false,
  properties: {
    maximumDays: { type: 'integer', minimum: 1, maximum: 366 },
    depth: { type: 'integer', minimum: 1, maximum: 5 },
    within: { enum: DELEGATION_REACHES },
    barred: {
      type: 'object',
      required: ['kinds', 'roles'],
      additionalProperties: false,
      properties: { kinds: names, roles: names },
    },
    personal: names,
  },
};

export function readDelegationFile(configDir: string): DelegationFile {
  return readYamlFile<DelegationFile>(join(configDir, 'delegation.yaml'), SCHEMA);
}
