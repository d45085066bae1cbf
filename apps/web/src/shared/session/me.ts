import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../api/http.js';
import type { Me } from '../../api/shapes.js';

const FRESH_MS = 300_000;

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: () => call<Me>('/me'), staleTime: FRESH_MS });

export function useMe(): Me | null {
  return useQuery(meQuery()).data ?? null;
}
