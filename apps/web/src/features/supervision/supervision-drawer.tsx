import { useQuery } from '@tanstack/react-query';
import { Drawer, Tag } from 'antd';
import { Link } from 'react-router';
import type { SupervisionDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { supervisionQuery } from './api/supervision.js';
import { Explanations } from './explanations.js';
import { levelName } from './level-name.js';
import { SupervisionActions } from './supervision-actions.js';

interface SupervisionDrawerProps {
  readonly id: number;
  readonly onClose: () => void;
}

/** One supervised matter: how it stands, what can be done, and what was explained. */
export function SupervisionDrawer({ id, onClose }: SupervisionDrawerProps) {
  const texts = useTexts().supervision;
  const query = useQuery(supervisionQuery(id));
  return (
    <Drawer
      open
      size="large"
      title={query.data?.taskTitle ?? texts.title}
      onClose={onClose}
      classNames={{ wrapper: 'supervision__drawer' }}
    >
      {query.isPending ? <PageSkeleton /> : null}
      {query.isError ? <LoadFailure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <Matter matter={query.data} /> : null}
    </Drawer>
  );
}

function Matter({ matter }: { readonly matter: SupervisionDetail }) {
  const texts = useTexts().supervision;
  const canAct = matter.isMine && matter.status === 'open';
  return (
    <>
      <p>
        <Link to={`/projects/${matter.rootId}`}>{matter.caseTitle}</Link>
      </p>
      <dl className="facts supervision__facts">
        <Fact name={texts.subject}>{matter.subject}</Fact>
        <Fact name={texts.superior}>{matter.superior}</Fact>
        <Fact name={texts.level}>{levelName(matter.level, texts)}</Fact>
        <Fact name={texts.openedAt}>{formatDateTime(matter.openedAt)}</Fact>
        <Fact name={texts.due}>
          <DueTag dueAt={matter.dueAt} isClosed={matter.status === 'closed'} />
        </Fact>
      </dl>
      {matter.closedAt === null ? null : (
        <p>
          <Tag color="success">{matter.outcome === null ? '' : texts.outcomes[matter.outcome]}</Tag>
          {formatDateTime(matter.closedAt)} {closingNote(matter, texts)}
        </p>
      )}
      {canAct ? <SupervisionActions matter={matter} /> : null}
      <Explanations matter={matter} />
    </>
  );
}

function closingNote({ outcome, closedByName }: SupervisionDetail, texts: Texts['supervision']): string {
  if (outcome === 'closed') return texts.closedNote(closedByName ?? '');
  return outcome === 'done' ? texts.settledNote : texts.lapsedNote;
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
