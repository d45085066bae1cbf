import { useId, useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import type { PeopleOperation } from './operation-names.js';
import { OperationDialog } from './operation-dialog.js';
import { PeoplePicker } from './people-picker.js';
import { askAfter, askBefore, copyCase, type Decision, delegateTask, transferTask } from './api/operations.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';

interface PeopleDialogProps {
  readonly operation: PeopleOperation;
  readonly rootId: number;
  readonly taskId: number;
  /** What the person has decided in the form above; null while it is incomplete. */
  readonly decision: Decision | null;
  readonly onClose: () => void;
}

type Send = (request: {
  readonly taskId: number;
  readonly users: number[];
  readonly comment: string;
  readonly decision: Decision | null;
  readonly keys: KeyKeeper;
}) => Promise<unknown>;

const SEND: Readonly<Record<PeopleOperation, Send>> = {
  transfer: ({ taskId, users, comment }) => transferTask(taskId, users[0] ?? 0, comment),
  delegate: ({ taskId, users, comment }) => delegateTask(taskId, users[0] ?? 0, comment),
  'add-before': ({ taskId, users, comment }) => askBefore(taskId, users, comment),
  'add-after': async ({ taskId, users, comment, decision }) =>
    decision === null ? null : askAfter(taskId, users, comment, decision),
  copy: ({ taskId, users, comment, keys }) => copyCase(taskId, users, comment, keys.keyFor([users, comment])),
};

/** 转办、委派、前加签、后加签、抄送: operations that name people. */
export function PeopleDialog({ operation, rootId, taskId, decision, onClose }: PeopleDialogProps) {
  const texts = useTexts();
  const id = useId();
  const [users, setUsers] = useState<number[]>([]);
  const [keys] = useState(() => new KeyKeeper());
  const isHandOver = operation === 'transfer' || operation === 'delegate';
  const isUndecided = operation === 'add-after' && decision === null;
  const missing = isUndecided
    ? texts.operations.decisionMissing
    : users.length === 0
      ? texts.operations.personMissing
      : null;
  return (
    <OperationDialog
      rootId={rootId}
      title={texts.operations.names[operation]}
      consequence={texts.operations.consequences[operation]}
      missing={missing}
      isReasonNeeded={operation !== 'copy'}
      send={(comment) => SEND[operation]({ taskId, users, comment, decision, keys })}
      onClose={onClose}
    >
      {operation === 'add-after' && decision !== null ? <p>{texts.operations.withDecision(decision.title)}</p> : null}
      <label className="field__label" htmlFor={id}>
        {isHandOver ? texts.operations.person : texts.operations.people}
      </label>
      <PeoplePicker
        id={id}
        taskId={taskId}
        value={users}
        onChange={setUsers}
        source={isHandOver ? 'successors' : 'colleagues'}
      />
    </OperationDialog>
  );
}
