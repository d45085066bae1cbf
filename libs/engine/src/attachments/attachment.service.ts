import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { BusinessClock, FileStore, HttpConfig, IdAllocator } from '#libs/platform';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';

/** A file that belongs to a case, or to its uploader until a form names it. */
export interface AttachmentView {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly uploadedAt: Date;
}

export interface Upload {
  readonly rootId: number | null;
  readonly name: string;
  readonly content: Buffer;
}

type Row = Record<string, unknown>;

/** 附件: bytes on disk by content, authority by case. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly ids: IdAllocator,
    private readonly clock: BusinessClock,
    private readonly visibility: Visibility,
    private readonly http: HttpConfig,
  ) {}

  async upload(caller: Caller, { rootId, name, content }: Upload): Promise<AttachmentView> {
    if (rootId !== null) await this.visibility.assertMaySee(caller, rootId);
    const stored = await this.files.put(content, this.http.uploadLimitBytes);
    await this.ids.ensure();
    const view = { id: this.ids.next(), name: name.slice(-200), ...stored, uploadedAt: this.clock.now() };
    await this.dataSource.query(
      `INSERT INTO engine_attachment (id, root_id, sha256, name, media_type, size, uploaded_by, organisation_id, uploaded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        view.id,
        rootId,
        view.sha256,
        view.name,
        view.mediaType,
        view.size,
        caller.userId,
        caller.organisationId,
        view.uploadedAt,
      ],
    );
    return view;
  }

  async ofCase(caller: Caller, rootId: number): Promise<AttachmentView[]> {
    await this.visibility.assertMaySee(caller, rootId);
    const rows: Row[] = await this.dataSource.query(
      'SELECT * FROM engine_attachment WHERE root_id = ? ORDER BY uploaded_at, id',
      [rootId],
    );
    return rows.map(viewOf);
  }

  /** The bytes, for whoever may see the case, the uploader, and colleagues of the uploader. */
  async open(caller: Caller, id: number): Promise<{ view: AttachmentView; stream: ReadStream }> {
    const rows: Row[] = await this.dataSource.query('SELECT * FROM engine_attachment WHERE id = ?', [id]);
    const row = rows[0];
    if (!row || !(await this.mayOpen(caller, row))) throw new NotVisibleError('attachment', id);
    const view = viewOf(row);
    return { view, stream: this.files.open(view.sha256) };
  }

  private async mayOpen(caller: Caller, row: Row): Promise<boolean> {
    if (Number(row['uploaded_by']) === caller.userId || Number(row['organisation_id']) === caller.organisationId)
      return true;
    return row['root_id'] !== null && this.visibility.maySee(caller, Number(row['root_id']));
  }
}

function viewOf(row: Row): AttachmentView {
  return {
    id: Number(row['id']),
    name: String(row['name']),
    size: Number(row['size']),
    mediaType: String(row['media_type']),
    sha256: String(row['sha256']),
    uploadedAt: row['uploaded_at'] as Date,
  };
}
