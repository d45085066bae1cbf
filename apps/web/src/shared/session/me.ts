import { queryOptions, useQuery } from '@tanstack/react-query';
import { directoryMe } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import type { Me } from '../../api/shapes.js';

const FRESH_MS = 300_000;

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: () => answer(directoryMe()), staleTime: FRESH_MS });

export function useMe(): Me | null {
  return useQuery(meQuery()).data ?? null;
}
