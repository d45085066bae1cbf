import { useQuery } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import { useEffect, useState } from 'react';
import type { TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { useMe } from '../../shared/session/me.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { taskQuery } from './api/get-case.js';
import { roundQuery } from '../operations/api/operations.js';
import { OpinionForm } from '../operations/opinion-form.js';
import { OperationsBar } from '../operations/operations-bar.js';
import { RoundPanel } from '../operations/round-panel.js';
import { TaskForm } from './task-form.js';
import { OwnStep } from '../ways-back/own-step.js';
import { draftKey, readDraft } from '../../shared/commands/draft.js';
import { useChanges } from './use-changes.js';

interface TaskPanelProps {
  readonly rootId: number;
  readonly taskId: number;
}

/** The task that was opened from the inbox, or the caller's own on this project. */
export function TaskPanel({ rootId, taskId }: TaskPanelProps) {
  const texts = useTexts();
  const query = useQuery(taskQuery(rootId, taskId));
  const possible = useQuery(roundQuery(rootId, taskId)).data?.operations ?? [];
  const isAsked = possible.includes('opinion') && !possible.includes('vote');
  const me = useMe();
  if (query.isPending || me === null) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const task = query.data;
  const isOpen = task.status === 'open';
  const isMine = isOpen && (task.actions.length > 0 || isAsked);
  return (
    <section className={`panel task-panel ${isMine ? 'is-mine' : ''}`}>
      <div className="panel__head">
        <div>
          <p className="task-panel__kicker">{kickerOf({ isMine, isAsked }, texts)}</p>
          <h2>{task.title}</h2>
        </div>
        <DueTag dueAt={task.dueAt} isProvisional={isOpen && task.provisional} isClosed={!isOpen} />
      </div>
      {task.onBehalfOf === null ? null : (
        <Alert
          type="info"
          showIcon
          title={texts.operations.onBehalf(task.onBehalfOf.name, task.onBehalfOf.documents.join('、'))}
        />
      )}
      {isAsked && isOpen ? (
        <>
          <OpinionForm rootId={rootId} taskId={taskId} />
          <OperationsBar rootId={rootId} taskId={taskId} isMine decide={() => null} />
        </>
      ) : (
        <TaskBody task={task} rootId={rootId} userId={me.userId} />
      )}
      <RoundPanel rootId={rootId} taskId={taskId} />
    </section>
  );
}

interface TaskBodyProps {
  readonly task: TaskDetail;
  readonly rootId: number;
  readonly userId: number;
}

/**
 * What was typed stays with what has happened meanwhile, even when the task is no longer the caller's: after a refusal,
 * and when the case changes under a draft.
 */
function TaskBody({ task, rootId, userId }: TaskBodyProps) {
  const changes = useChanges(rootId);
  const [last, setLast] = useState<TaskDetail | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isMine = task.status === 'open' && task.actions.length > 0;
  if (isMine && last !== task) setLast(task);
  const isTyped = () => readDraft(draftKey(userId, `task.${task.id}`)) !== null;
  const isKept = isRefused || (changes.length > 0 && last !== null && isTyped());
  const shown = isMine ? task : isKept ? last : null;
  useToastOf(shown === null ? 0 : changes.length, isMine);
  return (
    <>
      {isMine ? null : <TaskStanding task={task} rootId={rootId} />}
      {shown === null ? null : (
        <TaskForm
          task={shown}
          rootId={rootId}
          userId={userId}
          isLocked={!isMine}
          changes={changes}
          onRefused={() => setRefused(true)}
          onDone={() => setRefused(false)}
        />
      )}
    </>
  );
}

/** A long form hides what stands at its end: each change is told at once, too. */
function useToastOf(changes: number, isMine: boolean): void {
  const { title, news } = useTexts().changes;
  const text = isMine ? news : title;
  const { message } = App.useApp();
  useEffect(() => {
    if (changes > 0) void message.warning(text);
  }, [changes, message, text]);
}

/** Why the caller does not act: it is done, or somebody else's. */
function TaskStanding({ task, rootId }: Omit<TaskBodyProps, 'userId'>) {
  const texts = useTexts();
  if (task.status !== 'open') {
    return (
      <>
        {task.operations.withdraw || task.operations.takeBack ? null : (
          <Alert type="info" showIcon title={texts.task.closed} />
        )}
        <OwnStep task={task} rootId={rootId} />
      </>
    );
  }
  return (
    <>
      <p className="muted">{texts.task.notMine}</p>
      <OperationsBar rootId={rootId} taskId={task.id} isMine={false} decide={() => null} />
    </>
  );
}

function kickerOf({ isMine, isAsked }: { readonly isMine: boolean; readonly isAsked: boolean }, texts: Texts): string {
  if (!isMine) return texts.task.title;
  return isAsked ? texts.operations.opinionTitle : texts.task.mine;
}
