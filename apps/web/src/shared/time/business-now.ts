import { queryOptions, useQuery } from '@tanstack/react-query';
import { clockRead, type ClockView } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';

const READ_AGAIN_MS = 30_000;

interface ReadClock {
  readonly reading: ClockView;
  /** Milliseconds since the page was opened; free of the computer's own date. */
  readonly readAt: number;
}

export const clockQuery = () =>
  queryOptions({
    queryKey: ['clock'],
    queryFn: async (): Promise<ReadClock> => ({
      reading: await answer(clockRead()),
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
