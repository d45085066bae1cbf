import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  methodList,
  projectBegin,
  projectList,
  type StartedProjectView,
  type StartProjectDto,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

const PAGE_SIZE = 20;

export const projectsQuery = (stage: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['projects', stage ?? 'all'],
    queryFn: ({ pageParam, signal }) => answer(projectList({ limit: PAGE_SIZE, after: pageParam, stage }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const methodsQuery = () =>
  queryOptions({ queryKey: ['methods'], queryFn: () => answer(methodList()), staleTime: Infinity });

export function startProject(project: StartProjectDto, idempotencyKey: string): Promise<StartedProjectView> {
  return answer(projectBegin({ startProjectDto: project, idempotencyKey }));
}
