import { call } from '../../../api/http.js';
import type { Attachment, FormData as FormValue } from '../../../api/shapes.js';

export interface CommandAnswer {
  readonly rootId: number;
}

export interface ActRequest {
  readonly taskId: number;
  readonly event: string;
  readonly version: number;
  readonly form: FormValue;
  readonly comment?: string;
  readonly key: string;
}

export function act({ taskId, event, version, form, comment, key }: ActRequest): Promise<CommandAnswer> {
  return call(`/tasks/${taskId}/actions/${event}`, {
    method: 'POST',
    body: { version, form, ...(comment === undefined || comment === '' ? {} : { comment }) },
    idempotencyKey: key,
  });
}

export interface SendRequest {
  readonly instanceId: number;
  readonly event: string;
  readonly form: FormValue;
  readonly comment?: string;
  readonly key: string;
}

export function sendEvent({ instanceId, event, form, key }: SendRequest): Promise<CommandAnswer> {
  return call(`/instances/${instanceId}/events/${event}`, { method: 'POST', body: { form }, idempotencyKey: key });
}

export interface ReturnRequest {
  readonly taskId: number;
  readonly version: number;
  readonly to: string;
  readonly comment: string;
}

/** 退回 to an earlier step. */
export function returnTask({ taskId, version, to, comment }: ReturnRequest): Promise<CommandAnswer> {
  return call(`/tasks/${taskId}/return`, { method: 'POST', body: { version, to, comment } });
}

/** 撤回 of one's own last step. */
export function withdrawTask(taskId: number, comment: string): Promise<CommandAnswer> {
  return call(`/tasks/${taskId}/withdraw`, { method: 'POST', body: { comment } });
}

export function uploadToCase(rootId: number, file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file);
  return call(`/cases/${rootId}/attachments`, { method: 'POST', body });
}
