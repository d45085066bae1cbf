import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readEvents } from './event-stream.js';

const RECONNECT_MS = 3000;

/** Listens to the server's `case-changed` events and reads again what they touch. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    const onChange = (rootId: number) => {
      void client.invalidateQueries({ queryKey: ['case', rootId] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['notifications'] });
      void client.invalidateQueries({ queryKey: ['projects'] });
    };
    void listen(stop.signal, onChange);
    return () => stop.abort();
  }, [client]);
}

async function listen(signal: AbortSignal, onChange: (rootId: number) => void): Promise<void> {
  while (!signal.aborted) {
    await readEvents(signal, (event) => {
      if (event.type === 'case-changed' && event.rootId !== null) onChange(event.rootId);
    }).catch(() => undefined);
    await pause(RECONNECT_MS, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
