import {
  attachmentsUploadToCase,
  type CommandAnswer,
  type LateEntryDto,
  tasksAction,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { Attachment, FormData } from '../../../api/shapes.js';

interface ActRequest {
  readonly taskId: number;
  readonly event: string;
  readonly version: number;
  readonly form: FormData;
  readonly comment: string;
  /** 补录. */
  readonly lateEntry?: LateEntryDto | undefined;
  readonly key: string;
}

export function act({ taskId, event, version, form, comment, lateEntry, key }: ActRequest): Promise<CommandAnswer> {
  const actionDto = { version, form, comment: comment.trim() === '' ? undefined : comment.trim(), lateEntry };
  return answer(tasksAction({ id: taskId, event, idempotencyKey: key, actionDto }));
}

export function uploadToCase(rootId: number, file: File): Promise<Attachment> {
  return answer(attachmentsUploadToCase({ id: rootId, body: { file } }));
}
