import type { CatalogEntry } from '../definitions/definition.catalog.js';
import type { JsonObject } from '#libs/kernel';
import { sha256 } from '../history/canonical.js';
import type { FormSource } from '../definitions/form.source.js';

/** 已发布: new instances may start it. 已停用: instances that run keep it, none starts it any more. */
export const DEFINITION_STATUSES = ['published', 'retired'] as const;
export type DefinitionStatus = (typeof DEFINITION_STATUSES)[number];

/** One version of a process as its row tells, without its source. */
export interface PublishedVersion {
  readonly process: string;
  readonly version: number;
  readonly contentHash: string;
  readonly file: string;
  readonly status: DefinitionStatus;
  readonly publishedAt: Date;
  readonly publishedBy: number | null;
  readonly note: string | null;
  readonly retiredAt: Date | null;
  readonly retiredBy: number | null;
  readonly retireReason: string | null;
}

/** A version with its source, parsed. */
export interface PublishedEntry extends CatalogEntry {
  readonly published: PublishedVersion;
}

/**
 * What a definition says, by its YAML data: comments and layout may change under one version number, nothing else.
 * The order of members counts, for states and transitions are served in it. Forms that it brings along are part of it.
 */
export function contentHashOf(data: JsonObject, forms: readonly FormSource[] = []): string {
  if (forms.length === 0) return sha256(JSON.stringify(data)).toString('hex');
  const sorted = [...forms].sort((a, b) => (a.name < b.name ? -1 : 1));
  const named = sorted.map(({ name, source }) => [name, source]);
  return sha256(JSON.stringify([data, named])).toString('hex');
}
