import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { OpportunityView } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatYuan } from '../../shared/money/yuan.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { opportunitiesQuery } from './api/get-opportunities.js';
import { ReceiptsPanel } from '../receipts/receipts-panel.js';
import { ResponseForm } from './response-form.js';

/** Announced procurements, and where a supplier hands in its response. */
export function OpportunitiesPage() {
  const texts = useTexts();
  useDocumentTitle(texts.opportunities.title);
  return (
    <>
      <div className="page-head">
        <h1>{texts.opportunities.title}</h1>
      </div>
      <Opportunities />
    </>
  );
}

function Opportunities() {
  const texts = useTexts();
  const query = useInfiniteQuery(opportunitiesQuery());
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <div className="panel">
        <EmptyState title={texts.opportunities.empty} hint={texts.opportunities.emptyHint} />
      </div>
    );
  }
  return (
    <div className="stack">
      {items.map((item) => (
        <Opportunity key={item.instanceId} item={item} />
      ))}
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

function Opportunity({ item }: { readonly item: OpportunityView }) {
  const texts = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="panel">
      <div className="panel__head">
        <div>
          <h2>{item.title}</h2>
          <p className="muted">
            {texts.opportunities.number} {item.number} · {texts.opportunities.announcedAt}{' '}
            {formatDateTime(item.announcedAt)} · {texts.opportunities.ceiling} ¥ {formatYuan(item.ceilingPrice)}
          </p>
        </div>
        {item.hasResponded ? (
          <Tag color="success">{texts.opportunities.responded}</Tag>
        ) : (
          <Button type={isOpen ? 'default' : 'primary'} onClick={() => setOpen(!isOpen)}>
            {isOpen ? texts.common.close : texts.opportunities.respond}
          </Button>
        )}
      </div>
      {isOpen && !item.hasResponded ? (
        <ResponseForm instanceId={item.instanceId} onDone={() => setOpen(false)} />
      ) : null}
      {item.hasResponded ? <ReceiptsPanel rootId={item.rootId} /> : null}
    </section>
  );
}
