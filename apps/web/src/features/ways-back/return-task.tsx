import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { OperationDialog } from '../operations/operation-dialog.js';
import { returnTask } from './api/ways-back.js';
import { ReturnPreview } from './return-preview.js';
import { useLeaveTask } from './use-leave-task.js';

interface WayBackProps {
  readonly task: TaskDetail;
  readonly rootId: number;
}

/** 退回: back to an earlier step, with a reason that goes on record, after a look at what that undoes. */
export function ReturnTask({ task, rootId }: WayBackProps) {
  const texts = useTexts().waysBack;
  const [isOpen, setOpen] = useState(false);
  if (task.operations.return.length === 0) return null;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {texts.return}
      </Button>
      {isOpen ? <ReturnDialog task={task} rootId={rootId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReturnDialog({ task, rootId, onClose }: WayBackProps & { readonly onClose: () => void }) {
  const texts = useTexts().waysBack;
  const id = useId();
  const leave = useLeaveTask(rootId);
  const steps = task.operations.return;
  const [to, setTo] = useState(steps[0]?.state ?? '');
  return (
    <OperationDialog
      rootId={rootId}
      title={texts.return}
      consequence={texts.returnConsequence}
      missing={null}
      isReasonNeeded
      send={(comment) => returnTask({ taskId: task.id, version: task.version, to, comment }).then(leave)}
      onClose={onClose}
    >
      <label className="field__label" htmlFor={id}>
        {texts.to}
      </label>
      <Select
        id={id}
        className="people-picker"
        value={to}
        onChange={setTo}
        options={steps.map((step) => ({ value: step.state, label: step.title }))}
      />
      <ReturnPreview rootId={rootId} taskId={task.id} to={to} />
    </OperationDialog>
  );
}
