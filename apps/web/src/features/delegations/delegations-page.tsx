import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { delegationsQuery } from './api/delegations.js';
import { DelegationForm } from './delegation-form.js';
import { DelegationList } from './delegation-list.js';

/** 代理: given, received, and those of the organisation for its head. */
export function DelegationsPage() {
  const texts = useTexts().delegations;
  const me = useMe();
  const query = useQuery(delegationsQuery());
  const [isCreating, setCreating] = useState(false);
  useDocumentTitle(texts.title);
  if (query.isPending || me === null) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const given = query.data.filter(({ principal }) => principal.id === me.userId);
  const received = query.data.filter(({ delegate }) => delegate.id === me.userId);
  const others = query.data.filter((delegation) => !given.includes(delegation) && !received.includes(delegation));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{texts.title}</h1>
          <p className="muted">{texts.lead}</p>
        </div>
        <Button type="primary" onClick={() => setCreating(true)}>
          {texts.create}
        </Button>
      </div>
      {isCreating ? <DelegationForm me={me} onClose={() => setCreating(false)} /> : null}
      <div className="stack">
        <DelegationList title={texts.given} delegations={given} />
        <DelegationList title={texts.received} delegations={received} />
        {others.length === 0 ? null : <DelegationList title={texts.others} delegations={others} />}
      </div>
    </>
  );
}
