import { queryOptions } from '@tanstack/react-query';
import { directoryListDivisions } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';

export const divisionsQuery = (parent: string) =>
  queryOptions({
    queryKey: ['divisions', parent],
    queryFn: () => answer(directoryListDivisions({ parent })),
    staleTime: Infinity,
  });
