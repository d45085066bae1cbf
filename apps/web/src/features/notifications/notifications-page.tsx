import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import type { Notification } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime, formatDueDate } from '../../shared/time/format-time.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { markRead, notificationsQuery } from './api/get-notifications.js';

const COLOURS: Readonly<Record<string, string>> = { reminder: 'warning', escalation: 'error', warning: 'error' };

export function NotificationsPage() {
  const texts = useTexts();
  useDocumentTitle(texts.notifications.title);
  return (
    <>
      <div className="page-head">
        <h1>{texts.notifications.title}</h1>
      </div>
      <NotificationList />
    </>
  );
}

function NotificationList() {
  const texts = useTexts();
  const query = useInfiniteQuery(notificationsQuery());
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <div className="panel">
        <EmptyState title={texts.notifications.empty} hint={texts.notifications.emptyHint} />
      </div>
    );
  }
  return (
    <div className="panel panel--flush">
      <ul className="notice-list">
        {items.map((item) => (
          <NotificationItem key={item.id} item={item} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="more">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {texts.inbox.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function NotificationItem({ item }: { readonly item: Notification }) {
  const texts = useTexts();
  const client = useQueryClient();
  const kinds: Readonly<Record<string, string>> = texts.notifications.kinds;
  const isUnread = item.readAt === null;
  const read = useMutation({
    mutationFn: () => markRead(item.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <li className={isUnread ? 'is-unread' : undefined}>
      <span className="notice-list__dot" />
      <div className="notice-list__text">
        <p className="notice-list__title">
          <Tag color={COLOURS[item.kind] ?? 'blue'}>{kinds[item.kind] ?? item.kind}</Tag>
          <Link to={item.path} onClick={() => isUnread && read.mutate()}>
            {item.title}
          </Link>
        </p>
        <p className="notice-list__body">{item.body}</p>
        <p className="notice-list__meta">
          <time dateTime={item.at}>{formatDateTime(item.at)}</time>
          {item.dueAt === null ? null : (
            <span>
              {texts.inbox.due} {formatDueDate(item.dueAt)}
            </span>
          )}
          {item.law === null ? null : (
            <span>
              {texts.project.law} {item.law}
            </span>
          )}
        </p>
      </div>
      <div className="notice-list__side">
        {isUnread ? (
          <Button size="small" type="text" loading={read.isPending} onClick={() => read.mutate()}>
            {texts.notifications.markRead}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
