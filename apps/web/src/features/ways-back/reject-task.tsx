import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { RejectPlaceAnswer } from '../../api/generated/client.js';
import type { TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { OperationDialog } from '../operations/operation-dialog.js';
import { rejectTask } from './api/ways-back.js';
import { useLeaveTask } from './use-leave-task.js';

interface RejectTaskProps {
  readonly task: TaskDetail;
  readonly rootId: number;
}

/** 驳回: to a place of the process's choosing, and what becomes of it when it is submitted again. */
export function RejectTask({ task, rootId }: RejectTaskProps) {
  const texts = useTexts().waysBack;
  const [isOpen, setOpen] = useState(false);
  if (task.operations.reject.length === 0) return null;
  return (
    <>
      <Button size="large" danger onClick={() => setOpen(true)}>
        {texts.reject}
      </Button>
      {isOpen ? <RejectDialog task={task} rootId={rootId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RejectDialog({ task, rootId, onClose }: RejectTaskProps & { readonly onClose: () => void }) {
  const texts = useTexts().waysBack;
  const leave = useLeaveTask(rootId);
  const places = task.operations.reject;
  const [to, setTo] = useState(places[0]?.to ?? '');
  const place = places.find((candidate) => candidate.to === to);
  return (
    <OperationDialog
      rootId={rootId}
      title={texts.reject}
      consequence={texts.rejectConsequence}
      missing={null}
      isReasonNeeded
      send={(comment) => rejectTask({ taskId: task.id, version: task.version, to, comment }).then(leave)}
      onClose={onClose}
    >
      <fieldset className="operation__choices">
        <legend className="field__label">{texts.rejectTo}</legend>
        <Radio.Group
          vertical
          value={to}
          options={places.map((one) => ({ value: one.to, label: placeText(one, texts) }))}
          onChange={(event) => setTo(String(event.target.value))}
        />
      </fieldset>
      {place === undefined ? null : (
        <p className="operation__policy" role="status">
          {place.step === null ? texts.ends : `${texts.policy}：${texts.policies[place.then]}`}
        </p>
      )}
    </OperationDialog>
  );
}

function placeText({ to, step }: RejectPlaceAnswer, texts: Texts['waysBack']): string {
  const known: Readonly<Record<string, string>> = texts.places;
  const kind = known[to] ?? texts.named;
  return step === null ? kind : `${kind}：${step.title}`;
}
