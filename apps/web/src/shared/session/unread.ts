import { queryOptions } from '@tanstack/react-query';
import { notificationList } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';

const READ_AGAIN_MS = 60_000;

/** The bell's number. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ['notifications', 'unread'],
    queryFn: async () => (await answer(notificationList({ limit: 1 }))).unreadCount,
    refetchInterval: READ_AGAIN_MS,
  });
