import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { withdrawTask } from './api/commands.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';

/** 撤回 of one's own last step, while nobody has acted on the next. */
export function WithdrawTask({ rootId, taskId }: { readonly rootId: number; readonly taskId: number }) {
  const texts = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => withdrawTask(taskId, reason.trim()),
    onSuccess: () => {
      void message.success(texts.task.success);
      void navigate(`/projects/${rootId}`, { replace: true, preventScrollReset: true });
      void client.invalidateQueries({ queryKey: ['case', rootId] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <div className="task-form">
      <label className="field__label" htmlFor="withdraw-reason">
        {texts.task.withdrawReason}
      </label>
      <Input
        id="withdraw-reason"
        value={reason}
        placeholder={texts.task.withdrawHint}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalAlert error={sending.error} />
      <div className="button-row">
        <Button disabled={reason.trim() === ''} loading={sending.isPending} onClick={() => sending.mutate()}>
          {texts.task.withdraw}
        </Button>
      </div>
    </div>
  );
}
