import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer, Tag } from 'antd';
import { Link } from 'react-router';
import type { LateBucket, LateTask } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { MoreOrCount } from '../inbox/more-or-count.js';
import { lateTasksQuery } from './api/supervision.js';

interface LateTasksProps {
  readonly bucket: LateBucket;
  readonly division: string | undefined;
  readonly place: string;
  readonly onClose: () => void;
}

/** The tasks behind a figure of the board, down to the case. */
export function LateTasks({ bucket, division, place, onClose }: LateTasksProps) {
  const texts = useTexts().board;
  return (
    <Drawer
      open
      size="large"
      title={texts.list(texts.buckets[bucket], place)}
      onClose={onClose}
      classNames={{ wrapper: 'supervision__drawer' }}
    >
      <List bucket={bucket} division={division} />
    </Drawer>
  );
}

function List({ bucket, division }: Pick<LateTasksProps, 'bucket' | 'division'>) {
  const texts = useTexts();
  const query = useInfiniteQuery(lateTasksQuery(bucket, division));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const tasks = query.data.pages.flatMap((page) => page.items);
  if (tasks.length === 0) return <EmptyState title={texts.board.none} />;
  return (
    <>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{texts.inbox.matter}</th>
            <th scope="col">{texts.board.owner}</th>
            <th scope="col">{texts.supervision.due}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Line key={task.taskId} task={task} />
          ))}
        </tbody>
      </table>
      <MoreOrCount query={query} text={texts.supervision.total(tasks.length)} />
    </>
  );
}

function Line({ task }: { readonly task: LateTask }) {
  const texts = useTexts();
  return (
    <tr className={task.daysLate > 0 ? 'is-late' : undefined}>
      <td className="cards-table__main">
        <Link to={`/projects/${task.rootId}`} className="row-link">
          {task.taskTitle}
        </Link>
        {task.escalated ? <Tag color="volcano">{texts.board.buckets.escalated}</Tag> : null}
        <span className="cards-table__sub">{task.caseTitle}</span>
      </td>
      <td data-label={texts.board.owner}>{task.organisations.join('、')}</td>
      <td data-label={texts.supervision.due}>
        <DueTag dueAt={task.dueAt} />
      </td>
    </tr>
  );
}
