import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '../../api/shapes.js';
import { useMe } from '../../shared/session/me.js';
import { historyQuery } from './api/get-case.js';

/** What others, or a deadline, have done in the case since the page was opened; the newest first. */
export function useChanges(rootId: number): readonly HistoryEntry[] {
  const me = useMe();
  const { data, isFetching } = useQuery(historyQuery(rootId));
  const [seen, setSeen] = useState<number | null>(null);
  if (seen === null && data !== undefined && !isFetching) setSeen(data[0]?.seq ?? 0);
  if (seen === null || data === undefined) return [];
  const isOwn = ({ actor }: HistoryEntry) => actor?.name === me?.name && actor?.organisation === me?.organisationName;
  const isMove = ({ kind, actor }: HistoryEntry) => actor !== null || kind === 'deadline';
  return data.filter((entry) => entry.seq > seen && isMove(entry) && !isOwn(entry));
}
