import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { type Filter, type TaskBox, tasksQuery } from './api/get-tasks.js';
import { BulkBar } from './bulk-bar.js';
import { isNarrowed } from './filter-address.js';
import { MoreOrCount } from './more-or-count.js';
import { TaskTable } from './task-table.js';

interface TaskBoxViewProps {
  readonly box: TaskBox;
  readonly filter: Filter;
}

/** 待办、超期、已办. */
export function TaskBoxView({ box, filter }: TaskBoxViewProps) {
  const texts = useTexts();
  const query = useInfiniteQuery(tasksQuery(box, filter));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const tasks = query.data.pages.flatMap((page) => page.items);
  const choose = (id: number, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  const empty = isNarrowed(filter) ? texts.boxes.nothingFound : texts.boxes.empty[box];
  return (
    <div className={tasks.length === 0 ? 'panel' : 'panel panel--flush'}>
      {/* Stays when the list has become empty: it tells what became of each task. */}
      {box === 'todo' ? (
        <BulkBar chosen={tasks.filter((task) => chosen.has(task.id))} onDone={() => setChosen(new Set())} />
      ) : null}
      {tasks.length === 0 ? (
        <EmptyState title={empty.title} hint={empty.hint} />
      ) : (
        <>
          <TaskTable tasks={tasks} box={box} {...(box === 'todo' ? { chosen, onChoose: choose } : {})} />
          <MoreOrCount query={query} text={texts.inbox.total(tasks.length)} />
        </>
      )}
    </div>
  );
}
