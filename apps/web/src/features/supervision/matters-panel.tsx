import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SupervisionItem } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { MoreOrCount } from '../inbox/more-or-count.js';
import { SIDES, type Side, STATUSES, type Status, supervisionsQuery } from './api/supervision.js';
import { levelName } from './level-name.js';
import { SupervisionDrawer } from './supervision-drawer.js';

/** 督办件: a list, and one of them in a drawer. */
export function MattersPanel() {
  const texts = useTexts().supervision;
  const [parameters, setParameters] = useSearchParams();
  const [status, setStatus] = useState<Status>('open');
  const side = SIDES.find((known) => known === parameters.get('side')) ?? 'given';
  const shown = Number(parameters.get('matter') ?? 0);
  const open = (matter: number) => setParameters({ side, ...(matter > 0 && { matter: String(matter) }) });
  return (
    <>
      <div className="button-row supervision__switches">
        <Segmented<Side>
          value={side}
          options={SIDES.map((value) => ({ value, label: texts.sides[value] }))}
          onChange={(next) => setParameters({ side: next })}
        />
        <Segmented<Status>
          value={status}
          options={STATUSES.map((value) => ({ value, label: texts.statuses[value] }))}
          onChange={setStatus}
        />
      </div>
      <Matters key={`${side} ${status}`} side={side} status={status} onOpen={open} />
      {shown > 0 ? <SupervisionDrawer id={shown} onClose={() => open(0)} /> : null}
    </>
  );
}

interface MattersProps {
  readonly side: Side;
  readonly status: Status;
  readonly onOpen: (id: number) => void;
}

function Matters({ side, status, onOpen }: MattersProps) {
  const texts = useTexts().supervision;
  const query = useInfiniteQuery(supervisionsQuery(side, status));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <div className="panel">
        <EmptyState title={texts.empty} hint={texts.emptyHint} />
      </div>
    );
  }
  return (
    <div className="panel panel--flush" role="region" aria-label={texts.tabs.matters}>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{texts.matter}</th>
            <th scope="col">{side === 'given' ? texts.subject : texts.superior}</th>
            <th scope="col">{texts.level}</th>
            <th scope="col">{status === 'open' ? texts.openedAt : texts.closedAt}</th>
            <th scope="col">{texts.due}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Matter key={item.id} item={item} side={side} onOpen={() => onOpen(item.id)} />
          ))}
        </tbody>
      </table>
      <MoreOrCount query={query} text={texts.total(items.length)} />
    </div>
  );
}

interface MatterProps {
  readonly item: SupervisionItem;
  readonly side: Side;
  readonly onOpen: () => void;
}

function Matter({ item, side, onOpen }: MatterProps) {
  const texts = useTexts().supervision;
  const time = item.closedAt ?? item.openedAt;
  return (
    <tr>
      <td className="cards-table__main">
        <button type="button" className="row-link link-button" onClick={onOpen}>
          {item.taskTitle}
        </button>
        {item.owed > 0 ? <Tag color="orange">{texts.owed(item.owed)}</Tag> : null}
        {item.outcome === null ? null : <Tag>{texts.outcomes[item.outcome]}</Tag>}
        <span className="cards-table__sub">{item.caseTitle}</span>
      </td>
      <td data-label={side === 'given' ? texts.subject : texts.superior}>
        {side === 'given' ? item.subject : item.superior}
      </td>
      <td data-label={texts.level}>{levelName(item.level, texts)}</td>
      <td data-label={item.closedAt === null ? texts.openedAt : texts.closedAt}>
        <time dateTime={time}>{formatDateTime(time)}</time>
      </td>
      <td data-label={texts.due}>
        <DueTag dueAt={item.dueAt} isClosed={item.status === 'closed'} />
      </td>
    </tr>
  );
}
