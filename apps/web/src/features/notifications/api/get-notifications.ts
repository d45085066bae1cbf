import { infiniteQueryOptions } from '@tanstack/react-query';
import { notificationList, notificationRead } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { Notification } from '../../../api/shapes.js';

const PAGE_SIZE = 30;

export const notificationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list'],
    queryFn: ({ pageParam }) => answer(notificationList({ limit: PAGE_SIZE, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export function markRead(id: number): Promise<Notification> {
  return answer(notificationRead({ id }));
}
