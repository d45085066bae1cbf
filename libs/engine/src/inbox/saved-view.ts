import type { JsonObject } from '#libs/kernel';
import { ROOT_STATUSES } from '../instances/case.rows.js';
import type { Box } from './box.js';
import type { InboxFilter } from './inbox.filter.js';

/** 保存的视图: a box narrowed in a way that somebody wants again. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  readonly box: Box;
  readonly filter: InboxFilter;
}

export type ViewDraft = Omit<SavedView, 'id'>;

const TEXTS = ['process', 'stage', 'division', 'text'] as const;
const MOMENTS = ['dueAfter', 'dueBefore'] as const;

/** The filter as it is stored: only what narrows. */
export function writeFilter(filter: InboxFilter): string {
  return JSON.stringify(filter);
}

/** What a later version no longer knows falls away, rather than stand in the way. */
export function readFilter(stored: JsonObject): InboxFilter {
  const texts = TEXTS.flatMap((key) => (typeof stored[key] === 'string' ? [[key, stored[key]] as const] : []));
  const moments = MOMENTS.flatMap((key) => {
    const at = typeof stored[key] === 'string' ? new Date(stored[key]) : null;
    return at === null || Number.isNaN(at.getTime()) ? [] : [[key, at] as const];
  });
  const status = ROOT_STATUSES.find((known) => known === stored['status']);
  const { overdue } = stored;
  return {
    ...Object.fromEntries([...texts, ...moments]),
    ...(status && { status }),
    ...(typeof overdue === 'boolean' && { overdue }),
  };
}
