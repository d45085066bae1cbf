import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../api/http.js';
import type { About } from '../../api/shapes.js';

export const aboutQuery = () =>
  queryOptions({ queryKey: ['about'], queryFn: () => call<About>('/about'), staleTime: Infinity });

export function useAbout(): About | null {
  return useQuery(aboutQuery()).data ?? null;
}
