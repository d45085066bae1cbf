import { send } from '../../api/http.js';

export interface LiveEvent {
  readonly type: string;
  readonly rootId: number | null;
}

/** Reads Server-Sent Events with the session's token, which the browser's own EventSource cannot send. */
export async function readEvents(signal: AbortSignal, onEvent: (event: LiveEvent) => void): Promise<void> {
  const response = await send('/api/v1/live', { signal, headers: { accept: 'text/event-stream' } });
  const reader = response.ok ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
  if (!reader) return;
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = `${rest}${part.value}`.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) onEvent(parseEvent(block));
  }
}

export function parseEvent(block: string): LiveEvent {
  const lines = block.split(/\r?\n/);
  const fieldOf = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join('\n');
  const rootId = /"rootId":\s*(\d+)/.exec(fieldOf('data'))?.[1];
  return { type: fieldOf('event') || 'message', rootId: rootId === undefined ? null : Number(rootId) };
}
