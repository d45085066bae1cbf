import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import type { OpenSessionView } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { endOtherSessions, endSession, sessionsQuery } from './api/account.js';

export function SessionsPanel() {
  const texts = useTexts();
  const query = useQuery(sessionsQuery());
  const client = useQueryClient();
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSettled: () => client.invalidateQueries({ queryKey: ['account', 'sessions'] }),
  });
  if (query.isPending) return <PageSkeleton rows={2} />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className="panel" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{texts.sessions.title}</h2>
      <p className="muted">{texts.sessions.lead}</p>
      <ul className="session-list">
        {query.data.map((session) => (
          <SessionLine key={session.family} session={session} />
        ))}
      </ul>
      {query.data.length > 1 ? (
        <Button loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {texts.sessions.endOthers}
        </Button>
      ) : null}
    </section>
  );
}

function SessionLine({ session }: { readonly session: OpenSessionView }) {
  const texts = useTexts();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSession(session.family),
    onSettled: () => client.invalidateQueries({ queryKey: ['account', 'sessions'] }),
  });
  const device = [session.browser, session.system].filter((part) => part !== null).join(' · ');
  return (
    <li>
      <div>
        <strong>{device === '' ? texts.sessions.unknown : device}</strong>{' '}
        {session.isCurrent ? <Tag color="green">{texts.sessions.current}</Tag> : null}
        <p className="muted">
          {texts.sessions.address} {session.ip} · {texts.sessions.opened} {formatDateTime(session.openedAt)} ·{' '}
          {texts.sessions.used} {formatDateTime(session.usedAt)}
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button size="small" loading={end.isPending} onClick={() => end.mutate()}>
          {texts.sessions.end}
        </Button>
      )}
    </li>
  );
}
