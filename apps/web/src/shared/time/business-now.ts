import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../api/http.js';
import type { ClockReading } from '../../api/shapes.js';

const READ_AGAIN_MS = 30_000;

interface ReadClock {
  readonly reading: ClockReading;
  /** Milliseconds since the page was opened; free of the computer's own date. */
  readonly readAt: number;
}

export const clockQuery = () =>
  queryOptions({
    queryKey: ['clock'],
    queryFn: async (): Promise<ReadClock> => ({
      reading: await call<ClockReading>('/clock'),
      readAt: performance.now(),
    }),
    refetchInterval: READ_AGAIN_MS,
  });

/** Business time in ms, which in training may differ from the computer's; null until it is known. */
export function useBusinessNow(): number | null {
  const { data } = useQuery(clockQuery());
  if (!data) return null;
  return new Date(data.reading.at).getTime() + (performance.now() - data.readAt) * data.reading.rate;
}
