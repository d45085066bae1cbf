import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  inboxCasesOf,
  inboxCount,
  inboxTasks,
  savedViewList,
  tasksRead,
  type ViewFilterDto,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

const PAGE_SIZE = 20;
export const TASK_BOXES = ['todo', 'overdue', 'done'] as const;
export type TaskBox = (typeof TASK_BOXES)[number];
export const CASE_BOXES = ['started', 'copied', 'area'] as const;
export type CaseBox = (typeof CASE_BOXES)[number];
export const BOXES = [...TASK_BOXES, ...CASE_BOXES] as const;
export type Box = (typeof BOXES)[number];
export type Filter = ViewFilterDto;

export function isTaskBox(box: Box): box is TaskBox {
  return TASK_BOXES.some((known) => known === box);
}

export const tasksQuery = (box: TaskBox, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['tasks', box, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(inboxTasks({ ...filter, box, limit: PAGE_SIZE, after: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const casesQuery = (box: CaseBox, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['tasks', box, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(inboxCasesOf({ ...filter, box, limit: PAGE_SIZE, after: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** How much is in each box; under `tasks`, so that it is read again whenever they are. */
export const countsQuery = () =>
  queryOptions({ queryKey: ['tasks', 'count'], queryFn: ({ signal }) => answer(inboxCount({ signal })) });

export const viewsQuery = () =>
  queryOptions({ queryKey: ['inbox-views'], queryFn: ({ signal }) => answer(savedViewList({ signal })) });

/** What can be decided on one of the chosen tasks; they are all of the same step. */
export const sampleQuery = (taskId: number) =>
  queryOptions({ queryKey: ['tasks', 'sample', taskId], queryFn: () => answer(tasksRead({ id: taskId })) });
