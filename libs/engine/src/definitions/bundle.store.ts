import { Injectable } from '@nestjs/common';
import {
  type CompiledForm,
  compileForm,
  compileProcess,
  type DecisionTable,
  decisionTable,
  type JsonObject,
  parseDecision,
  parseProcess,
  type Result,
} from '#libs/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { SystemClock } from '#libs/platform';
import type { QuerySource } from '../instances/query.source.js';
import { readJson } from '../instances/json.column.js';
import { canonicalJson, hashOf } from '../history/canonical.js';
import type { Bundle, BundleContent } from './bundle.js';
import { BadDefinitionError, BundleMissingError } from './definition.error.js';
import { type CatalogEntry, DefinitionCatalog } from './definition.catalog.js';
import { PublishedDefinitions } from '../publishing/published.definitions.js';

/** Bundles by content hash: written once, compiled once per process. */
@Injectable()
export class BundleStore {
  private readonly ready = new Map<string, Bundle>();
  /** By version and division; an entry is the same object for as long as its content is the same. */
  private readonly current = new WeakMap<CatalogEntry, Map<string, Bundle>>();
  private readonly stored = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: DefinitionCatalog,
    private readonly published: PublishedDefinitions,
    private readonly system: SystemClock,
  ) {}

  /** The bundle for an instance that starts now; stored in the caller's transaction if it is new. */
  async currentFor(manager: EntityManager, process: string, divisionCode: string): Promise<Bundle> {
    const bundle = this.prepared(await this.published.current(process, manager), divisionCode);
    await this.store(manager, bundle);
    return bundle;
  }

  /** The bundle for an instance that moves to a published version; stored in the caller's transaction if it is new. */
  async versionFor(manager: EntityManager, entry: CatalogEntry, divisionCode: string): Promise<Bundle> {
    const bundle = this.prepared(entry, divisionCode);
    await this.store(manager, bundle);
    return bundle;
  }

  /** The bundle that a version gives in a division, without storing it. */
  prepared(entry: CatalogEntry, divisionCode: string): Bundle {
    const perDivision = this.current.get(entry) ?? new Map<string, Bundle>();
    const bundle = perDivision.get(divisionCode) ?? prepare(this.catalog.bundleContent(entry, divisionCode));
    this.current.set(entry, perDivision.set(divisionCode, bundle));
    this.ready.set(bundle.hash, bundle);
    return bundle;
  }

  /** A bundle that the process already holds, without waiting. */
  held(hash: string): Bundle | undefined {
    return this.ready.get(hash);
  }

  async byHash(hash: string, source: QuerySource = this.dataSource): Promise<Bundle> {
    const held = this.ready.get(hash);
    if (held) return held;
    const rows: { content: string | BundleContent }[] = await source.query(
      'SELECT content FROM engine_bundle WHERE hash = ?',
      [hash],
    );
    const row = rows[0];
    if (!row) throw new BundleMissingError(hash);
    const bundle = prepare(readJson<BundleContent>(row.content));
    this.ready.set(hash, bundle);
    return bundle;
  }

  private async store(manager: EntityManager, bundle: Bundle): Promise<void> {
    if (this.stored.has(bundle.hash)) return;
    const { content } = bundle;
    await manager.query(
      'INSERT IGNORE INTO engine_bundle (hash, process, version, content, created_at) VALUES (?, ?, ?, ?, ?)',
      [bundle.hash, content.process, content.version, canonicalJson(asJson(content)), this.system.now()],
    );
  }

  /** Called after commit: a rolled back insert must be tried again. */
  markStored(hash: string): void {
    this.stored.add(hash);
  }
}

/** Parses and compiles; the content was checked when it was published, so a problem is a defect. */
export function prepare(content: BundleContent): Bundle {
  const definition = unwrap(parseProcess(content.source, content.file));
  const forms = Object.entries(content.forms).map(([name, schema]): [string, CompiledForm] => [
    name,
    unwrap(compileForm(schema, name)),
  ]);
  return {
    hash: hashOf(asJson(content)),
    content,
    compiled: unwrap(compileProcess(definition, tablesOf(content))),
    forms: new Map(forms),
    tableHashes: new Map(
      Object.entries(content.decisions ?? {}).map(([name, pinned]) => [name, hashOf({ ...pinned })]),
    ),
  };
}

function tablesOf({ decisions = {} }: BundleContent): ReadonlyMap<string, DecisionTable> {
  return new Map(
    Object.entries(decisions).map(([name, { file, source, parameters }]) => [
      name,
      unwrap(decisionTable(unwrap(parseDecision(source, file)), parameters)),
    ]),
  );
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new BadDefinitionError(result.problems);
  return result.value;
}

/** Bundle content is made of JSON alone; its interfaces merely lack an index signature. */
function asJson(content: BundleContent): JsonObject {
  return content as unknown as JsonObject;
}
