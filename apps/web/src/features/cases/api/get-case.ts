import { queryOptions } from '@tanstack/react-query';
import { attachmentsList, casesHistory, casesRead, projectOne, tasksRead } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { HistoryEntry } from '../../../api/shapes.js';

const HISTORY_PAGE = 100;
/** More pages than any case has; a stop for a server that never ends. */
const MAX_PAGES = 50;

export const caseQuery = (rootId: number) =>
  queryOptions({ queryKey: ['case', rootId], queryFn: () => answer(casesRead({ id: rootId })) });

export const projectQuery = (rootId: number) =>
  queryOptions({ queryKey: ['case', rootId, 'project'], queryFn: () => answer(projectOne({ id: rootId })) });

export const attachmentsQuery = (rootId: number) =>
  queryOptions({ queryKey: ['case', rootId, 'attachments'], queryFn: () => answer(attachmentsList({ id: rootId })) });

/** The whole history, the newest first; the server pages it from the beginning. */
export const historyQuery = (rootId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'history'],
    queryFn: async () => (await readHistory(rootId)).reverse(),
  });

async function readHistory(rootId: number): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items, next } = await answer(casesHistory({ id: rootId, limit: HISTORY_PAGE, after }));
    entries.push(...items);
    if (next === null) break;
    after = next;
  }
  return entries;
}

export const taskQuery = (rootId: number, taskId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'task', taskId],
    queryFn: () => answer(tasksRead({ id: taskId })),
    // While somebody types, a refetch on focus must not pull the form away; changes come by live updates.
    refetchOnWindowFocus: false,
  });
