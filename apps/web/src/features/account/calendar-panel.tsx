import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Space } from 'antd';
import type { CalendarLinkView } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { CALENDAR_LINK_KEY, calendarLinkQuery, makeCalendarLink, revokeCalendarLink } from './api/calendar-link.js';

/** 日历订阅: make, copy and revoke the private address of one's deadlines. */
export function CalendarPanel() {
  const texts = useTexts().calendarLink;
  const query = useQuery(calendarLinkQuery());
  if (query.isPending) return <PageSkeleton rows={2} />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className="panel" aria-labelledby="calendar-link-title">
      <h2 id="calendar-link-title">{texts.title}</h2>
      <p className="muted">{texts.lead}</p>
      <CalendarLink link={query.data} />
    </section>
  );
}

function CalendarLink({ link }: { readonly link: CalendarLinkView }) {
  const texts = useTexts().calendarLink;
  const { make, revoke } = useCalendarLink();
  return (
    <div className="stack">
      {make.data === undefined ? null : <NewAddress address={make.data.address} />}
      <span>{link.createdAt === null ? texts.none : <LinkUse link={link} createdAt={link.createdAt} />}</span>
      <Space wrap>
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {link.createdAt === null ? texts.make : texts.renew}
        </Button>
        {link.createdAt === null ? null : (
          <Button danger loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {texts.revoke}
          </Button>
        )}
      </Space>
    </div>
  );
}

function LinkUse({ link, createdAt }: { readonly link: CalendarLinkView; readonly createdAt: string }) {
  const texts = useTexts().calendarLink;
  return (
    <>
      {texts.created} {formatDateTime(createdAt)} · {texts.used}{' '}
      {link.usedAt === null ? texts.never : formatDateTime(link.usedAt)}
    </>
  );
}

/** Shown once. */
function NewAddress({ address }: { readonly address: string }) {
  const texts = useTexts().calendarLink;
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => void message.success(texts.copied),
      () => void message.warning(texts.notCopied),
    );
  return (
    <Alert
      type="success"
      role="status"
      title={texts.once}
      description={
        <Space.Compact block>
          <Input readOnly aria-label={texts.address} value={address} onFocus={(event) => event.target.select()} />
          <Button type="primary" onClick={() => void copy()}>
            {texts.copy}
          </Button>
        </Space.Compact>
      }
    />
  );
}

function useCalendarLink() {
  const client = useQueryClient();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const after = {
    onSuccess: () => client.invalidateQueries({ queryKey: CALENDAR_LINK_KEY }),
    onError: (error: Error) => void message.error(problemText(error)),
  };
  const make = useMutation({ mutationFn: makeCalendarLink, ...after });
  const revoke = useMutation({
    mutationFn: revokeCalendarLink,
    ...after,
    onSuccess: () => {
      make.reset();
      return after.onSuccess();
    },
  });
  return { make, revoke };
}
