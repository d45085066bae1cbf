import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { statusOf } from '../../shared/ui/problem-text.js';
import { caseQuery, projectQuery } from './api/get-case.js';
import { AttachmentsPanel } from './attachments-panel.js';
import { CaseHead } from './case-head.js';
import { DeadlinesPanel } from './deadlines-panel.js';
import { HistoryPanel } from './history-panel.js';
import { MessagesPanel } from './messages-panel.js';
import { MoneyPanel } from './money-panel.js';
import { ReceiptsPanel } from '../receipts/receipts-panel.js';
import { OpenTasks } from './open-tasks.js';
import { OptionsPanel } from './options-panel.js';
import { RecordsPanel } from './records-panel.js';
import { StageStrip } from './stage-strip.js';
import { InterventionsPanel } from '../interventions/interventions-panel.js';
import { SuspensionBanner } from '../interventions/suspension-banner.js';
import { TaskPanel } from './task-panel.js';
import { useOpenTask } from './use-open-task.js';

/** One project: where it stands, what the caller can do, and how it came here. */
export function CasePage() {
  const { id } = useParams();
  const texts = useTexts();
  const rootId = Number(id);
  const query = useQuery({ ...caseQuery(rootId), enabled: Number.isSafeInteger(rootId) });
  const project = useQuery(projectQuery(rootId)).data ?? null;
  const [, setParameters] = useSearchParams();
  const open = useOpenTask();
  if (!Number.isSafeInteger(rootId) || statusOf(query.error) === 404) {
    return (
      <div className="panel">
        <EmptyState title={texts.project.notFound} />
      </div>
    );
  }
  if (query.isPending) return <PageSkeleton rows={10} />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data;
  const taskId = open(found.tasks);
  return (
    <div className="case">
      <CaseHead found={found} project={project} />
      <SuspensionBanner rootId={rootId} />
      <StageStrip instances={found.instances} project={project} />
      <div className="case__columns">
        <div className="case__main">
          {taskId === undefined ? null : <TaskPanel key={taskId} rootId={rootId} taskId={taskId} />}
          <OptionsPanel rootId={rootId} options={found.options} instances={found.instances} />
          <RecordsPanel rootId={rootId} instances={found.instances} />
          <HistoryPanel rootId={rootId} />
        </div>
        <aside className="case__side">
          <OpenTasks
            found={found}
            shown={taskId}
            onOpen={(task) => setParameters({ task: String(task) }, { preventScrollReset: true })}
          />
          <DeadlinesPanel deadlines={found.deadlines} instances={found.instances} />
          <MoneyPanel project={project} />
          <AttachmentsPanel rootId={rootId} />
          <MessagesPanel rootId={rootId} taskId={found.tasks.find((task) => task.mine)?.id ?? found.tasks[0]?.id} />
          <ReceiptsPanel rootId={rootId} />
          <InterventionsPanel rootId={rootId} />
        </aside>
      </div>
    </div>
  );
}
