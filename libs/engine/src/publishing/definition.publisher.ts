import { Injectable } from '@nestjs/common';
import { parseProcess } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { isDuplicateKey } from '../commands/lock.conflict.js';
import { DefinitionCatalog } from '../definitions/definition.catalog.js';
import { parseYaml, type YamlFile } from '../definitions/yaml.files.js';
import type { FormSource } from '../definitions/form.source.js';
import { PublishGate } from './publish.gate.js';
import { contentHashOf, type PublishedVersion } from './published.definition.js';
import { PublishedDefinitions } from './published.definitions.js';
import { GateRefusedError, VersionChangedError, VersionNotNewerError } from './publishing.error.js';

/** A definition that somebody wants to go live. */
export interface PublishRequest {
  readonly source: string;
  /** Name below workflows/, for messages and for bundles; by process and version when it stands in no file. */
  readonly file?: string;
  /** Forms that it brings along, for itself alone. */
  readonly forms?: readonly FormSource[];
  /** The person; null when an installation publishes what it was shipped with. */
  readonly by: number | null;
  readonly note: string | null;
}

interface Draft {
  readonly process: string;
  readonly version: number;
  readonly file: YamlFile;
  readonly contentHash: string;
  readonly forms: readonly FormSource[];
}

/** What became of the files under workflows/. */
export interface PublishReport {
  readonly published: readonly { readonly process: string; readonly version: number }[];
  /** Versions that were published before with the same content. */
  readonly unchanged: number;
}

/** 发布: puts proven definitions on record; new instances start from the record alone. */
@Injectable()
export class DefinitionPublisher {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: DefinitionCatalog,
    private readonly definitions: PublishedDefinitions,
    private readonly gate: PublishGate,
    private readonly business: BusinessClock,
  ) {}

  /** Every file whose version is new; all or none. A second run changes nothing. */
  async publishFiles(): Promise<PublishReport> {
    const drafts = this.catalog.processes().map(({ file, definition }) => draftOf(file, definition, []));
    const known = await this.definitions.versions();
    const changed = drafts.filter((draft) => isChanged(draft, known));
    if (changed.length > 0) throw new VersionChangedError(changed.map(withFileName));
    const fresh = drafts.filter((draft) => !known.some((version) => isSame(draft, version)));
    const findings = await Promise.all(
      // They are shipped before anybody has an account; `sanshe processes lint` holds them against people.
      fresh.map(({ file }) =>
        this.gate.findings({ source: file.text, file: `workflows/${file.name}`, isStaffed: false }),
      ),
    );
    if (findings.flat().length > 0) throw new GateRefusedError(findings.flat());
    for (const draft of fresh) await this.write(draft, known, { by: null, note: null });
    return {
      published: fresh.map(({ process, version }) => ({ process, version })),
      unchanged: drafts.length - fresh.length,
    };
  }

  /** One source; publishing the same content again answers what stands. */
  async publish({ source, file: name, forms = [], by, note }: PublishRequest): Promise<PublishedVersion> {
    const shown = name === undefined ? 'source' : `workflows/${name}`;
    const parsed = parseProcess(source, shown);
    if (!parsed.ok) throw new GateRefusedError(parsed.problems);
    const { process, version } = parsed.value;
    const draft = draftOf({ name: name ?? `${process}@${version}.yaml`, text: source }, parsed.value, forms);
    const known = await this.definitions.versions(process);
    if (isChanged(draft, known)) throw new VersionChangedError([withFileName(draft)]);
    if (!known.some((one) => isSame(draft, one))) {
      const findings = await this.gate.findings({ source, file: shown, forms });
      if (findings.length > 0) throw new GateRefusedError(findings);
      await this.write(draft, known, { by, note });
    }
    return (await this.definitions.one(process, version)).published;
  }

  private async write(
    draft: Draft,
    known: readonly PublishedVersion[],
    { by, note }: Pick<PublishRequest, 'by' | 'note'>,
  ): Promise<void> {
    const { process, version } = draft;
    const newest = Math.max(0, ...known.filter((one) => one.process === process).map((one) => one.version));
    if (version < newest) throw new VersionNotNewerError(withFileName(draft), newest);
    try {
      await this.dataSource.transaction((manager) => this.insert(manager, draft, { by, note }));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Somebody published that number meanwhile: fine if it says the same.
      const { published } = await this.definitions.one(process, version);
      if (isChanged(draft, [published])) throw new VersionChangedError([withFileName(draft)]);
    }
  }

  private async insert(
    manager: EntityManager,
    { process, version, contentHash, file, forms }: Draft,
    { by, note }: Pick<PublishRequest, 'by' | 'note'>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO engine_definition (process, version, content_hash, source, file, status, published_at, published_by, note)
       VALUES (?, ?, ?, ?, ?, 'published', ?, ?, ?)`,
      [process, version, contentHash, file.text, file.name, this.business.now(), by, note],
    );
    for (const { name, source } of forms) {
      await manager.query('INSERT INTO engine_definition_form (process, version, name, source) VALUES (?, ?, ?, ?)', [
        ...[process, version, name, source],
      ]);
    }
  }
}

function draftOf(
  file: YamlFile,
  { process, version }: Pick<Draft, 'process' | 'version'>,
  forms: readonly FormSource[],
): Draft {
  return { process, version, file, forms, contentHash: contentHashOf(parseYaml(file), forms) };
}

function isSame(draft: Draft, { process, version }: PublishedVersion): boolean {
  return draft.process === process && draft.version === version;
}

function isChanged(draft: Draft, known: readonly PublishedVersion[]): boolean {
  return known.some((version) => isSame(draft, version) && version.contentHash !== draft.contentHash);
}

function withFileName({ process, version, file }: Draft) {
  return { process, version, file: `workflows/${file.name}` };
}
