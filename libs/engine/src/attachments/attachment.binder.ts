import { Injectable } from '@nestjs/common';
import type { Json, JsonObject } from '#libs/kernel';
import { UserError } from '#libs/platform';
import type { CaseTransaction } from '../instances/case.transaction.js';

/** Thrown when a form names an attachment that is not there, or that belongs to another case or person. */
export class AttachmentUnknownError extends UserError {
  constructor(ids: readonly number[]) {
    super({
      code: 'engine.attachment-unknown',
      zh: `附件 ${ids.join('、')} 不存在或不属于本项目;请重新上传。`,
      en: `Attachments ${ids.join(', ')} do not exist or belong to another case; upload them again.`,
      details: { ids },
      fields: ids.map((id) => ({
        field: '/form',
        rule: 'attachment',
        zh: `附件 ${id} 无效`,
        en: `attachment ${id} is not valid`,
      })),
    });
  }
}

interface AttachmentRow {
  readonly id: number;
  readonly root_id: number | null;
  readonly uploaded_by: number;
  readonly sha256: string;
}

/** Which attachments of a form become the case's at once, and which stay their uploader's (sealed). */
export interface NamedAttachments {
  readonly open: readonly number[];
  readonly sealed: readonly number[];
}

/** Binds attachments to the case whose form names them; a file of another case is refused. */
@Injectable()
export class AttachmentBinder {
  async bind(tx: CaseTransaction, schema: JsonObject, payload: JsonObject): Promise<void> {
    const { open, sealed } = attachmentsOf(schema, payload);
    const ids = [...new Set([...open, ...sealed])];
    if (ids.length === 0) return;
    const rows: AttachmentRow[] = await tx.manager.query(
      'SELECT id, root_id, uploaded_by, sha256 FROM engine_attachment WHERE id IN (?) ORDER BY id',
      [ids],
    );
    const usable = new Set(rows.filter((row) => isUsable(row, tx)).map((row) => Number(row.id)));
    const unknown = ids.filter((id) => !usable.has(id));
    if (unknown.length > 0) throw new AttachmentUnknownError(unknown);
    bindAttachments(tx, open);
    tx.attachments.push(...rows.map(({ id, sha256 }) => ({ id: Number(id), sha256 })));
  }
}

/** From now on whoever may see the case may open these files. */
export function bindAttachments(tx: CaseTransaction, ids: readonly number[]): void {
  if (ids.length === 0) return;
  tx.write('UPDATE engine_attachment SET root_id = ? WHERE id IN (?) AND root_id IS NULL', [tx.root.id, [...ids]]);
}

function isUsable(row: AttachmentRow, tx: CaseTransaction): boolean {
  if (row.root_id !== null) return Number(row.root_id) === tx.root.id;
  return Number(row.uploaded_by) === tx.frame.actor?.userId;
}

const NONE: NamedAttachments = { open: [], sealed: [] };

/** Values of all fields that the schema declares with `format: attachment`; `x-sealed: true` keeps one shut. */
export function attachmentsOf(schema: Json | undefined, value: Json | undefined): NamedAttachments {
  if (!isObject(schema) || value === undefined || value === null) return NONE;
  if (schema['format'] === 'attachment' && typeof value === 'number') {
    return schema['x-sealed'] === true ? { open: [], sealed: [value] } : { open: [value], sealed: [] };
  }
  if (isList(value)) return merged(value.map((item) => attachmentsOf(schema['items'], item)));
  const properties = schema['properties'];
  if (!isObject(value) || !isObject(properties)) return NONE;
  return merged(Object.entries(value).map(([key, member]) => attachmentsOf(properties[key], member)));
}

function merged(parts: readonly NamedAttachments[]): NamedAttachments {
  return { open: parts.flatMap((part) => part.open), sealed: parts.flatMap((part) => part.sealed) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
