import {
  bulkAct,
  type BulkItemDto,
  type BulkOutcomeAnswer,
  messagesReadCopy,
  savedViewRemove,
  savedViewSave,
  type SavedViewAnswer,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { Box, Filter } from './get-tasks.js';

/** 批量办理: one result for each task. */
export function decideAll(items: BulkItemDto[], key: string): Promise<BulkOutcomeAnswer[]> {
  return answer(bulkAct({ idempotencyKey: key, bulkDto: { items } }));
}

export function saveView(name: string, box: Box, filter: Filter): Promise<SavedViewAnswer> {
  return answer(savedViewSave({ savedViewDto: { name, box, filter } }));
}

export async function removeView(id: number): Promise<void> {
  await answer(savedViewRemove({ id }));
}

/** 已阅 of a copy. */
export async function markCopyRead(rootId: number): Promise<void> {
  await answer(messagesReadCopy({ id: rootId }));
}
