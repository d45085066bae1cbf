import { Injectable } from '@nestjs/common';
import type { Snapshot } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { NotVisibleError } from '../commands/command.error.js';
import type { BundleContent } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { bundlesNamed } from '../history/case.rebuilder.js';
import { HistoryReader } from '../history/history.reader.js';
import { replayedStep } from '../history/replayer.js';
import { readJson, textOrNull } from '../instances/json.column.js';
import { type CaseRecording, type RecordedInstance, RECORDING_FORMAT } from './case.recording.js';

type Row = Record<string, unknown>;

/** Takes a case out of the database as a file. It holds what people entered: record demo cases only. */
@Injectable()
export class CaseRecorder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly history: HistoryReader,
    private readonly bundles: BundleStore,
  ) {}

  async record(rootId: number, name: string): Promise<CaseRecording> {
    const roots: Row[] = await this.dataSource.query(
      'SELECT id, kind, process, title, division_code, status FROM engine_root WHERE id = ? AND seq > 0',
      [rootId],
    );
    const root = roots[0];
    if (!root) throw new NotVisibleError('case', rootId);
    const instances: Row[] = await this.dataSource.query(
      `SELECT id, parent_id, parent_state, process, version, bundle_hash, status, snapshot FROM engine_instance
       WHERE root_id = ? ORDER BY id`,
      [rootId],
    );
    const rows = await this.history.readAll(rootId);
    return {
      format: RECORDING_FORMAT,
      name,
      root: {
        id: rootId,
        kind: String(root['kind']),
        process: String(root['process']),
        title: String(root['title']),
        divisionCode: String(root['division_code']),
        status: String(root['status']),
      },
      bundles: await this.contents([...bundlesNamed(rows)]),
      steps: rows.map((row) => ({ ...replayedStep(row), event: row.event })),
      instances: instances.map(instanceOf),
    };
  }

  private async contents(hashes: readonly string[]): Promise<Record<string, BundleContent>> {
    const bundles = await Promise.all(hashes.map((hash) => this.bundles.byHash(hash)));
    return Object.fromEntries(bundles.map(({ hash, content }) => [hash, content]));
  }
}

function instanceOf(row: Row): RecordedInstance {
  return {
    id: Number(row['id']),
    parentId: row['parent_id'] === null ? null : Number(row['parent_id']),
    parentState: textOrNull(row['parent_state']),
    process: String(row['process']),
    version: Number(row['version']),
    bundleHash: String(row['bundle_hash']),
    status: String(row['status']),
    snapshot: readJson<Snapshot>(row['snapshot']),
  };
}
