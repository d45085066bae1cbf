import { infiniteQueryOptions } from '@tanstack/react-query';
import { inboxTasks } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

const PAGE_SIZE = 20;
export const BOXES = ['todo', 'done'] as const;
export type Box = (typeof BOXES)[number];

export const tasksQuery = (box: Box) =>
  infiniteQueryOptions({
    queryKey: ['tasks', box],
    queryFn: ({ pageParam, signal }) => answer(inboxTasks({ box, limit: PAGE_SIZE, after: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
