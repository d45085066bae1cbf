import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../api/http.js';
import type { Notification, Page } from '../../../api/shapes.js';

const PAGE_SIZE = 30;

export const notificationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list'],
    queryFn: ({ pageParam }) =>
      call<Page<Notification>>('/notifications', { query: { limit: PAGE_SIZE, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export function markRead(id: number): Promise<Notification> {
  return call(`/notifications/${id}/read`, { method: 'POST' });
}
