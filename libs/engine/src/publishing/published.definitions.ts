import { Inject, Injectable } from '@nestjs/common';
import { parseProcess } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { type CatalogEntry, DefinitionCatalog } from '../definitions/definition.catalog.js';
import { BadDefinitionError, UnknownProcessError } from '../definitions/definition.error.js';
import type { QuerySource } from '../instances/query.source.js';
import { textOrNull } from '../instances/json.column.js';
import type { DefinitionStatus, PublishedEntry, PublishedVersion } from './published.definition.js';
import type { FormSource } from '../definitions/form.source.js';
import { UnknownVersionError } from './publishing.error.js';

/** Injection token: whether a process of which nothing was ever published starts from its draft. Only tests do so. */
export const STARTS_DRAFTS = Symbol('starts-drafts');

type Row = Record<string, unknown>;

const COLUMNS = `process, version, content_hash, file, status, published_at, published_by, note, retired_at, retired_by,
  retire_reason`;
const NEWEST = `SELECT ${COLUMNS}, source FROM engine_definition d WHERE status = 'published' AND version =
  (SELECT MAX(version) FROM engine_definition n WHERE n.process = d.process AND n.status = 'published')`;

/** Which versions of a process there are, and which one starts. Sources are parsed once in a process. */
@Injectable()
export class PublishedDefinitions {
  private readonly parsed = new Map<string, CatalogEntry>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: DefinitionCatalog,
    @Inject(STARTS_DRAFTS) private readonly startsDrafts: boolean,
  ) {}

  /** What an instance that starts now runs: the newest version that is not retired. */
  async current(process: string, source: QuerySource = this.dataSource): Promise<CatalogEntry> {
    const rows: Row[] = await source.query(
      `SELECT ${COLUMNS} FROM engine_definition WHERE process = ? AND status = 'published' ORDER BY version DESC LIMIT 1`,
      [process],
    );
    const row = rows[0];
    if (row) return this.parsed.get(keyOf(parseVersion(row))) ?? this.one(process, Number(row['version']), source);
    const draft = this.startsDrafts ? this.catalog.draft(process) : undefined;
    if (!draft || (await this.versions(process, source)).length > 0) throw new UnknownProcessError(process);
    return draft;
  }

  /** The current version of every process, in order of name. */
  async all(): Promise<readonly CatalogEntry[]> {
    const rows: Row[] = await this.dataSource.query(`${NEWEST} ORDER BY process`);
    const published = await Promise.all(rows.map((row) => this.entry(row, this.dataSource)));
    if (!this.startsDrafts) return published;
    const known: { process: string }[] = await this.dataSource.query('SELECT DISTINCT process FROM engine_definition');
    const names = new Set(known.map(({ process }) => process));
    return [...published, ...this.catalog.processes().filter(({ definition }) => !names.has(definition.process))];
  }

  /** Every version of a process, or of all of them, the newest first. */
  async versions(process?: string, source: QuerySource = this.dataSource): Promise<readonly PublishedVersion[]> {
    const rows: Row[] = await source.query(
      `SELECT ${COLUMNS} FROM engine_definition ${process === undefined ? '' : 'WHERE process = ?'} ORDER BY process, version DESC`,
      process === undefined ? [] : [process],
    );
    return rows.map(parseVersion);
  }

  async one(process: string, version: number, source: QuerySource = this.dataSource): Promise<PublishedEntry> {
    const rows: Row[] = await source.query(
      `SELECT ${COLUMNS}, source FROM engine_definition WHERE process = ? AND version = ?`,
      [process, version],
    );
    const row = rows[0];
    if (!row) throw new UnknownVersionError(process, version);
    return { ...(await this.entry(row, source)), published: parseVersion(row) };
  }

  private async entry(row: Row, source: QuerySource): Promise<CatalogEntry> {
    const version = parseVersion(row);
    const key = keyOf(version);
    const known = this.parsed.get(key);
    if (known) return known;
    const file = { name: version.file, text: String(row['source']) };
    const parsed = parseProcess(file.text, `workflows/${file.name}`);
    // It was proven when it was published: a kernel that no longer reads it is our defect.
    if (!parsed.ok) throw new BadDefinitionError(parsed.problems);
    const forms: FormSource[] = await source.query(
      'SELECT name, source FROM engine_definition_form WHERE process = ? AND version = ? ORDER BY name',
      [version.process, version.version],
    );
    const entry = { file, definition: parsed.value, forms };
    // Another reader may have been faster: bundles are kept by the object of the entry.
    const first = this.parsed.get(key) ?? entry;
    this.parsed.set(key, first);
    return first;
  }
}

function keyOf({ process, version, contentHash }: PublishedVersion): string {
  return `${process}@${version}#${contentHash}`;
}

function parseVersion(row: Row): PublishedVersion {
  const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));
  return {
    process: String(row['process']),
    version: Number(row['version']),
    contentHash: String(row['content_hash']),
    file: String(row['file']),
    status: row['status'] as DefinitionStatus,
    publishedAt: row['published_at'] as Date,
    publishedBy: numberOrNull(row['published_by']),
    note: textOrNull(row['note']),
    retiredAt: row['retired_at'] as Date | null,
    retiredBy: numberOrNull(row['retired_by']),
    retireReason: textOrNull(row['retire_reason']),
  };
}
