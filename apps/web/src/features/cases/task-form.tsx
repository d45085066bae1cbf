import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { HistoryEntry, TaskDetail } from '../../api/shapes.js';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { SchemaForm, type SchemaFormHandle } from '../../shared/forms/schema-form.js';
import { serverProblems } from '../../shared/forms/server-problems.js';
import { fieldProblemsOf } from '../../shared/ui/problem-text.js';
import { asksOpinion, commentOf, OpinionField } from './opinion-field.js';
import { projectQuery } from './api/get-case.js';
import { ActionChoice } from './action-choice.js';
import { ChangesAlert } from './changes-alert.js';
import { draftKey } from '../../shared/commands/draft.js';
import { knownFields } from './known-fields.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import type { Decision } from '../operations/api/operations.js';
import { OperationsBar } from '../operations/operations-bar.js';
import { RejectTask } from '../ways-back/reject-task.js';
import { ReturnTask } from '../ways-back/return-task.js';
import { LateEntryFields, lateEntryOf } from './late-entry-fields.js';
import { useAct } from './use-act.js';
import { useDraft } from '../../shared/commands/use-draft.js';
import { storedDraft } from './api/stored-draft.js';
import { useFormContext } from './use-form-context.js';

interface TaskFormProps {
  readonly task: TaskDetail;
  readonly rootId: number;
  readonly userId: number;
  /** The task is no longer the caller's: what was typed is shown, and cannot be submitted. */
  readonly isLocked: boolean;
  /** What has happened while somebody was typing. */
  readonly changes: readonly HistoryEntry[];
  readonly onRefused: () => void;
  readonly onDone: () => void;
}

/** Choose the outcome, fill in its form, give an opinion, submit. */
export function TaskForm({ task, rootId, userId, isLocked, changes, onRefused, onDone }: TaskFormProps) {
  const texts = useTexts();
  const language = useLanguage();
  const project = useQuery(projectQuery(rootId)).data ?? null;
  const { draft, isRestored, hasDraft, change, discard } = useDraft(draftKey(userId, `task.${task.id}`), () =>
    storedDraft(task.id),
  );
  const context = useFormContext({
    rootId,
    process: task.process,
    parameters: task.parameters,
    schemas: task.actions.map((candidate) => candidate.form?.schema ?? {}),
  });
  const handle = useRef<SchemaFormHandle>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const finish = () => {
    discard();
    onDone();
  };
  const submitting = useAct({ task, rootId, onDone: finish, onRefused });
  const usable = task.actions.filter((action) => action.enabled);
  const action = usable.find((candidate) => candidate.event === draft.event) ?? usable[0];
  if (action === undefined) return <ActionChoice actions={task.actions} chosen={null} onChoose={() => undefined} />;
  const hasOwnOpinion = asksOpinion(action);
  const form = action.form === null ? {} : { ...knownFields(action.form.schema, project), ...draft.form };
  const decide = (): Decision | null => {
    const isComplete = action.form === null || handle.current?.validateForm() === true;
    setIncomplete(!isComplete);
    return isComplete ? { event: action.event, title: action.title, form } : null;
  };
  const late = draft.lateEntry ?? null;
  const submit = () => {
    const lateEntry = lateEntryOf(late);
    if (lateEntry === null) setIncomplete(true);
    if (decide() === null || lateEntry === null) return;
    submitting.mutate({ event: action.event, form, comment: commentOf(hasOwnOpinion, draft), lateEntry });
  };
  return (
    <div className="task-form">
      {isRestored ? <p className="draft-note">{texts.task.draftRestored}</p> : null}
      <ActionChoice actions={task.actions} chosen={action.event} onChoose={(event) => change({ event })} />
      {action.form === null ? null : (
        <SchemaForm
          key={action.form.name}
          handle={handle}
          schema={action.form.schema}
          value={form}
          context={context}
          problems={serverProblems(fieldProblemsOf(submitting.error), language)}
          isDisabled={submitting.isPending}
          onChange={(changed, isTyped) => change({ form: changed }, isTyped)}
        />
      )}
      {hasOwnOpinion ? null : <OpinionField value={draft.comment} onChange={(comment) => change({ comment })} />}
      {task.operations.lateEntry ? (
        <LateEntryFields
          value={late}
          context={context}
          isIncomplete={isIncomplete}
          onChange={(lateEntry) => change({ lateEntry })}
        />
      ) : null}
      {isIncomplete ? (
        <p className="problem" role="alert">
          {texts.task.incomplete}
        </p>
      ) : null}
      <RefusalAlert error={submitting.error} />
      <ChangesAlert changes={changes} isMine={!isLocked} />
      <div className="button-row button-row--submit">
        <Button type="primary" size="large" loading={submitting.isPending} disabled={isLocked} onClick={submit}>
          {action.title}
        </Button>
        {isLocked ? null : (
          <>
            <ReturnTask task={task} rootId={rootId} />
            <RejectTask task={task} rootId={rootId} />
          </>
        )}
        {hasDraft ? (
          <span className="draft-note">
            {texts.task.draftKept}
            <Button type="link" size="small" onClick={discard}>
              {texts.task.draftDiscard}
            </Button>
          </span>
        ) : null}
      </div>
      {isLocked ? null : <OperationsBar rootId={rootId} taskId={task.id} isMine decide={decide} />}
    </div>
  );
}
