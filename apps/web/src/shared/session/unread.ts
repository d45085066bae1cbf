import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/http.js';
import type { Notification, Page } from '../../api/shapes.js';

const READ_AGAIN_MS = 60_000;

/** The bell's number. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ['notifications', 'unread'],
    queryFn: async () =>
      (await call<Page<Notification> & { unreadCount: number }>('/notifications', { query: { limit: 1 } })).unreadCount,
    refetchInterval: READ_AGAIN_MS,
  });
