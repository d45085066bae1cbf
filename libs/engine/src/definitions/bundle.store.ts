import { Injectable } from '@nestjs/common';
import {
  type CompiledForm,
  compileForm,
  compileProcess,
  type JsonObject,
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
import { DefinitionCatalog } from './definition.catalog.js';

/** Bundles by content hash: written once, compiled once per process. */
@Injectable()
export class BundleStore {
  private readonly ready = new Map<string, Bundle>();
  private readonly current = new Map<string, Bundle>();
  private readonly stored = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: DefinitionCatalog,
    private readonly system: SystemClock,
  ) {}

  /** The bundle for an instance that starts now; stored in the caller's transaction if it is new. */
  async currentFor(manager: EntityManager, process: string, divisionCode: string): Promise<Bundle> {
    const key = `${process}@${divisionCode}`;
    const bundle = this.current.get(key) ?? prepare(this.catalog.bundleContent(process, divisionCode));
    this.current.set(key, bundle);
    this.ready.set(bundle.hash, bundle);
    await this.store(manager, bundle);
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
    compiled: unwrap(compileProcess(definition)),
    forms: new Map(forms),
  };
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new BadDefinitionError(result.problems);
  return result.value;
}

/** Bundle content is made of JSON alone; its interfaces merely lack an index signature. */
function asJson(content: BundleContent): JsonObject {
  return content as unknown as JsonObject;
}
