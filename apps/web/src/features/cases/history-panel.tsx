import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { HistoryEntry } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { downloadAttachment } from '../../shared/attachments/download-attachment.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { historyQuery } from './api/get-case.js';
import { historyTitle } from './history-title.js';

const SHOWN_FIRST = 12;

/** Who did what, when and why; the newest first. */
export function HistoryPanel({ rootId }: { readonly rootId: number }) {
  const texts = useTexts();
  const query = useQuery(historyQuery(rootId));
  const [isWhole, setWhole] = useState(false);
  const entries = query.data ?? [];
  const shown = isWhole ? entries : entries.slice(0, SHOWN_FIRST);
  return (
    <section className="panel">
      <h2>{texts.project.history}</h2>
      {query.isError ? <LoadFailure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && entries.length === 0 ? <EmptyState title={texts.project.noHistory} /> : null}
      <ol className="timeline">
        {shown.map((entry) => (
          <HistoryItem key={entry.seq} entry={entry} />
        ))}
      </ol>
      {shown.length < entries.length ? (
        <div className="more">
          <Button onClick={() => setWhole(true)}>{texts.project.wholeHistory(entries.length)}</Button>
        </div>
      ) : null}
    </section>
  );
}

function HistoryItem({ entry }: { readonly entry: HistoryEntry }) {
  const texts = useTexts();
  const kinds: Readonly<Record<string, string>> = texts.history.kinds;
  const title = historyTitle(entry, texts);
  const kind = kinds[entry.kind];
  const isTagged = kind !== undefined && kind !== title && !entry.takenBack;
  return (
    <li className={`timeline__item is-${entry.kind}`}>
      <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
      <div className="timeline__body">
        <p className="timeline__title">
          <strong>{title}</strong>
          {isTagged ? <Tag>{kind}</Tag> : null}
        </p>
        <p className="muted">
          {entry.actor === null ? texts.project.system : `${entry.actor.organisation} ${entry.actor.name}`}
          {entry.actor?.onBehalfOf ? ` ${texts.history.onBehalfOf(entry.actor.onBehalfOf)}` : ''}
          {entry.process === null ? '' : ` · ${entry.process}`}
          {entry.recipients.length === 0 ? '' : ` → ${entry.recipients.join('、')}`}
        </p>
        {entry.exited.length === 0 && entry.entered.length === 0 ? null : (
          <p className="timeline__move">
            {[entry.exited.join('、'), entry.entered.join('、')].filter((part) => part !== '').join(' → ')}
          </p>
        )}
        <EnteredFor entry={entry} />
        {entry.comment === null || entry.comment === '' ? null : <blockquote>{entry.comment}</blockquote>}
      </div>
    </li>
  );
}

/** 补录: labelled, with the paper that shows it. */
function EnteredFor({ entry: { enteredFor } }: { readonly entry: HistoryEntry }) {
  const texts = useTexts();
  if (enteredFor === null) return null;
  const { at, reason, document } = enteredFor;
  return (
    <p className="timeline__late">
      <Tag color="orange">{texts.history.enteredFor(dayOrMoment(at), reason ?? '')}</Tag>
      {document === null ? null : (
        <button
          type="button"
          className="link-button"
          onClick={() => void downloadAttachment({ id: document, name: `${texts.lateEntry.proof}-${document}` })}
        >
          {texts.lateEntry.proof}
        </button>
      )}
    </p>
  );
}

/** A decision taken elsewhere has a day; what was entered late a moment. */
function dayOrMoment(at: string): string {
  return at.includes('T') ? formatDateTime(at) : at;
}
