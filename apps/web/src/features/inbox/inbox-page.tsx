import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { BOXES, type Box, tasksQuery } from './api/get-tasks.js';
import { TaskTable } from './task-table.js';

export function InboxPage() {
  const texts = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const box: Box = parameters.get('box') === 'done' ? 'done' : 'todo';
  return (
    <>
      <div className="page-head">
        <h1>{texts.inbox.title}</h1>
        <div className="switch" role="tablist">
          {BOXES.map((choice) => (
            <button
              key={choice}
              type="button"
              role="tab"
              aria-selected={choice === box}
              onClick={() => setParameters(choice === 'todo' ? {} : { box: choice })}
            >
              {texts.inbox[choice]}
            </button>
          ))}
        </div>
      </div>
      <TaskBox key={box} box={box} />
    </>
  );
}

function TaskBox({ box }: { readonly box: Box }) {
  const texts = useTexts();
  const query = useInfiniteQuery(tasksQuery(box));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const tasks = query.data.pages.flatMap((page) => page.items);
  if (tasks.length === 0) {
    return (
      <div className="panel">
        <EmptyState
          title={box === 'todo' ? texts.inbox.emptyTodo : texts.inbox.emptyDone}
          hint={box === 'todo' ? texts.inbox.emptyTodoHint : texts.inbox.emptyDoneHint}
        />
      </div>
    );
  }
  return (
    <div className="panel panel--flush">
      <TaskTable tasks={tasks} box={box} />
      {query.hasNextPage ? (
        <div className="more">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {texts.inbox.more}
          </Button>
        </div>
      ) : (
        <p className="count">{texts.inbox.total(tasks.length)}</p>
      )}
    </div>
  );
}
