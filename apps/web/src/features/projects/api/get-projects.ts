import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/http.js';
import type { Method, Page, ProjectItem } from '../../../api/shapes.js';

const PAGE_SIZE = 20;

export const projectsQuery = (stage: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['projects', stage ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      call<Page<ProjectItem>>('/projects', { query: { limit: PAGE_SIZE, after: pageParam, stage }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const methodsQuery = () =>
  queryOptions({ queryKey: ['methods'], queryFn: () => call<readonly Method[]>('/methods'), staleTime: Infinity });

export interface NewProject {
  readonly title: string;
  readonly township?: string;
  readonly village?: string;
  readonly method: string;
  readonly plannedAmount: number;
}

export function startProject(project: NewProject, idempotencyKey: string): Promise<{ id: number }> {
  return call('/projects', { method: 'POST', body: project, idempotencyKey });
}
