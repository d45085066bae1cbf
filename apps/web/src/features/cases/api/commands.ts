import {
  attachmentsUploadToCase,
  type CommandAnswer,
  tasksAction,
  tasksReturn,
  tasksWithdraw,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { Attachment, FormData } from '../../../api/shapes.js';

interface ActRequest {
  readonly taskId: number;
  readonly event: string;
  readonly version: number;
  readonly form: FormData;
  readonly comment: string;
  readonly key: string;
}

export function act({ taskId, event, version, form, comment, key }: ActRequest): Promise<CommandAnswer> {
  const actionDto = { version, form, comment: comment.trim() === '' ? undefined : comment.trim() };
  return answer(tasksAction({ id: taskId, event, idempotencyKey: key, actionDto }));
}

interface ReturnRequest {
  readonly taskId: number;
  readonly version: number;
  readonly to: string;
  readonly comment: string;
}

/** 退回 to an earlier step. */
export function returnTask({ taskId, version, to, comment }: ReturnRequest): Promise<CommandAnswer> {
  return answer(tasksReturn({ id: taskId, returnDto: { version, to, comment } }));
}

/** 撤回 of one's own last step. */
export function withdrawTask(taskId: number, comment: string): Promise<CommandAnswer> {
  return answer(tasksWithdraw({ id: taskId, withdrawDto: { comment } }));
}

export function uploadToCase(rootId: number, file: File): Promise<Attachment> {
  return answer(attachmentsUploadToCase({ id: rootId, body: { file } }));
}
