import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/http.js';
import type { Division } from '../../api/shapes.js';

export const divisionsQuery = (parent: string) =>
  queryOptions({
    queryKey: ['divisions', parent],
    queryFn: () => call<readonly Division[]>('/divisions', { query: { parent } }),
    staleTime: Infinity,
  });
