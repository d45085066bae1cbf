import { queryOptions, useQuery } from '@tanstack/react-query';
import { aboutRead } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import type { About } from '../../api/shapes.js';

export const aboutQuery = () =>
  queryOptions({ queryKey: ['about'], queryFn: () => answer(aboutRead()), staleTime: Infinity });

export function useAbout(): About | null {
  return useQuery(aboutQuery()).data ?? null;
}
