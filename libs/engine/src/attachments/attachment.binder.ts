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
      fields: ids.map((id) => ({ field: '/form', rule: 'attachment', zh: `附件 ${id} 无效`, en: `attachment ${id} is not valid` })),
    });
  }
}

interface AttachmentRow {
  readonly id: number;
  readonly root_id: number | null;
  readonly uploaded_by: number;
}

/** Binds attachments to the case whose form names them; a file of another case is refused. */
@Injectable()
export class AttachmentBinder {
  async bind(tx: CaseTransaction, schema: JsonObject, payload: JsonObject): Promise<void> {
    const ids = [...new Set(attachmentIds(schema, payload))];
    if (ids.length === 0) return;
    const rows: AttachmentRow[] = await tx.manager.query('SELECT id, root_id, uploaded_by FROM engine_attachment WHERE id IN (?)', [ids]);
    const usable = new Set(rows.filter((row) => isUsable(row, tx)).map((row) => Number(row.id)));
    const unknown = ids.filter((id) => !usable.has(id));
    if (unknown.length > 0) throw new AttachmentUnknownError(unknown);
    tx.write('UPDATE engine_attachment SET root_id = ? WHERE id IN (?) AND root_id IS NULL', [tx.root.id, ids]);
  }
}

function isUsable(row: AttachmentRow, tx: CaseTransaction): boolean {
  if (row.root_id !== null) return Number(row.root_id) === tx.root.id;
  return Number(row.uploaded_by) === tx.frame.actor?.userId;
}

/** Values of all fields that the schema declares with `format: attachment`. */
export function attachmentIds(schema: Json | undefined, value: Json | undefined): number[] {
  if (!isObject(schema) || value === undefined || value === null) return [];
  if (schema['format'] === 'attachment' && typeof value === 'number') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => attachmentIds(schema['items'], item));
  if (!isObject(value)) return [];
  const properties = schema['properties'];
  if (!isObject(properties)) return [];
  return Object.entries(value).flatMap(([key, member]) => attachmentIds(properties[key], member));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
