import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { HandOverAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { useMe } from '../../shared/session/me.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { handOverAll } from './api/delegations.js';
import { ColleagueSelect } from './colleague-select.js';
import { HAND_OVER } from './hand-over.permission.js';

/** 离职转办: all tasks in one person's name go to another. */
export function HandOverPage() {
  const texts = useTexts().handOver;
  const me = useMe();
  useDocumentTitle(texts.title);
  if (me === null) return <PageSkeleton />;
  if (!me.permissions.includes(HAND_OVER)) {
    return (
      <div className="panel">
        <EmptyState title={texts.notAllowed} />
      </div>
    );
  }
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{texts.title}</h1>
          <p className="muted">{texts.lead}</p>
        </div>
      </div>
      <HandOverForm />
    </>
  );
}

function HandOverForm() {
  const texts = useTexts().handOver;
  const client = useQueryClient();
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: (pair: { from: number; to: number }) => handOverAll(pair.from, pair.to, reason.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const isMissing = from === null || to === null || reason.trim() === '';
  const problem = isMissing ? texts.missing : from === to ? texts.same : null;
  const submit = () => {
    setTried(true);
    if (from !== null && to !== null && problem === null) sending.mutate({ from, to });
  };
  return (
    <section className="panel">
      <div className="account-form">
        <label htmlFor="hand-over-from">{texts.from}</label>
        <ColleagueSelect id="hand-over-from" value={from} withInactive onChange={setFrom} />
        <label htmlFor="hand-over-to">{texts.to}</label>
        <ColleagueSelect id="hand-over-to" value={to} without={from} onChange={setTo} />
        <label htmlFor="hand-over-reason">{texts.reason}</label>
        <Input.TextArea
          id="hand-over-reason"
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {isTried && problem !== null ? (
          <p className="problem" role="alert">
            {problem}
          </p>
        ) : null}
        <RefusalAlert error={sending.error} />
        <Button type="primary" loading={sending.isPending} onClick={submit}>
          {texts.submit}
        </Button>
      </div>
      {sending.data === undefined ? null : <Results results={sending.data} />}
    </section>
  );
}

function Results({ results }: { readonly results: readonly HandOverAnswer[] }) {
  const texts = useTexts().handOver;
  if (results.length === 0) return <p role="status">{texts.nothing}</p>;
  return (
    <>
      <p className="result" role="status">
        {texts.result(results.filter(({ ok }) => ok).length, results.length)}
      </p>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{texts.task}</th>
            <th scope="col">{texts.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ taskId, title, caseTitle, ok, message }) => (
            <tr key={taskId} className={ok ? undefined : 'is-late'}>
              <td data-label={texts.task}>
                {title}
                <span className="cards-table__sub">{caseTitle}</span>
              </td>
              <td data-label={texts.outcome}>{ok ? texts.done : message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
