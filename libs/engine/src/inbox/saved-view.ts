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
  const { overdue } = stored;
  const status = ROOT_STATUSES.find((known) => known === stored['status']);
  return {
    ...Object.fromEntries(TEXTS.flatMap((key) => textAt(stored, key))),
    ...Object.fromEntries(MOMENTS.flatMap((key) => momentAt(stored, key))),
    ...(status && { status }),
    ...(typeof overdue === 'boolean' && { overdue }),
  } satisfies InboxFilter;
}

function textAt(stored: JsonObject, key: string): readonly (readonly [string, string])[] {
  const value = stored[key];
  return typeof value === 'string' ? [[key, value]] : [];
}

function momentAt(stored: JsonObject, key: string): readonly (readonly [string, Date])[] {
  const [[, text] = []] = textAt(stored, key);
  const at = text === undefined ? null : new Date(text);
  return at === null || Number.isNaN(at.getTime()) ? [] : [[key, at]];
}
