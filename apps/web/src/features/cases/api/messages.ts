import { queryOptions } from '@tanstack/react-query';
import { messagesList, messagesRead, messagesSend } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

const PAGE_SIZE = 50;

export const messagesQuery = (rootId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'messages'],
    queryFn: () => answer(messagesList({ id: rootId, limit: PAGE_SIZE })),
  });

interface MessageRequest {
  readonly rootId: number;
  readonly taskId: number;
  readonly users: readonly number[];
  readonly body: string;
  readonly key: string;
}

/** 沟通. */
export async function sendMessage({ rootId, taskId, users, body, key }: MessageRequest): Promise<void> {
  const messageDto = { users: [...users], body, task: taskId };
  await answer(messagesSend({ id: rootId, idempotencyKey: key, messageDto }));
}

/** 已阅 of everything that was written to the reader. */
export async function markMessagesRead(rootId: number): Promise<void> {
  await answer(messagesRead({ id: rootId }));
}
