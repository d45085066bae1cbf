import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../api/http.js';
import type { Page, TaskItem } from '../../../api/shapes.js';

const PAGE_SIZE = 20;
export const BOXES = ['todo', 'done'] as const;
export type Box = (typeof BOXES)[number];

export const tasksQuery = (box: Box) =>
  infiniteQueryOptions({
    queryKey: ['tasks', box],
    queryFn: ({ pageParam, signal }) =>
      call<Page<TaskItem>>('/tasks', { query: { box, limit: PAGE_SIZE, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
