import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { returnTask } from './api/commands.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';

/** 退回: back to an earlier step, with a reason that goes on record. */
export function ReturnTask({ task, rootId }: { readonly task: TaskDetail; readonly rootId: number }) {
  const texts = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState(task.operations.return[0]?.state ?? '');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const sending = useMutation({
    mutationFn: () => returnTask({ taskId: task.id, version: task.version, to, comment: reason.trim() }),
    onSuccess: () => {
      setOpen(false);
      void message.success(texts.task.success);
      void navigate(`/projects/${rootId}`, { replace: true, preventScrollReset: true });
      void client.invalidateQueries({ queryKey: ['case', rootId] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  if (task.operations.return.length === 0) return null;
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') sending.mutate();
  };
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {texts.task.return}
      </Button>
      <Modal
        open={isOpen}
        title={texts.task.return}
        okText={texts.task.confirm}
        okButtonProps={{ loading: sending.isPending }}
        cancelText={texts.task.cancel}
        onOk={submit}
        onCancel={() => setOpen(false)}
      >
        <label className="field__label" htmlFor="return-to">
          {texts.task.returnTo}
        </label>
        <Select
          id="return-to"
          value={to}
          onChange={setTo}
          options={task.operations.return.map((choice) => ({ value: choice.state, label: choice.title }))}
        />
        <label className="field__label" htmlFor="return-reason">
          {texts.task.returnReason}
        </label>
        <Input.TextArea
          id="return-reason"
          rows={4}
          value={reason}
          status={isMissing ? 'error' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {isMissing ? <p className="problem">{texts.task.returnReasonMissing}</p> : null}
        <RefusalAlert error={sending.error} />
      </Modal>
    </>
  );
}
