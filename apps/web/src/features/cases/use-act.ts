import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CommandAnswer } from '../../api/generated/client.js';
import type { FormData, TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { statusOf } from '../../shared/ui/problem-text.js';
import { act } from './api/commands.js';
import { taskQuery } from './api/get-case.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';

const CONFLICT = 409;

interface Submission {
  readonly event: string;
  readonly form: FormData;
  readonly comment: string;
}

interface UseActOptions {
  readonly task: TaskDetail;
  readonly rootId: number;
  readonly onDone: () => void;
  /** Somebody was faster: the task has changed meanwhile. */
  readonly onRefused: () => void;
}

/** Sends the chosen action; on a conflict reads the task again and leaves what was typed alone. */
export function useAct({
  task,
  rootId,
  onDone,
  onRefused,
}: UseActOptions): UseMutationResult<CommandAnswer, Error, Submission> {
  const texts = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [keys] = useState(() => new KeyKeeper());
  return useMutation({
    mutationFn: ({ event, form, comment }: Submission) =>
      act({
        taskId: task.id,
        version: task.version,
        event,
        form,
        comment,
        key: keys.keyFor([event, form, comment, task.version]),
      }),
    onSuccess: () => {
      onDone();
      void message.success(texts.task.success);
      void navigate(`/projects/${rootId}`, { replace: true, preventScrollReset: true });
      void client.invalidateQueries({ queryKey: ['case', rootId] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['projects'] });
    },
    onError: (error) => {
      if (statusOf(error) !== CONFLICT) return;
      onRefused();
      void client.invalidateQueries({ queryKey: taskQuery(rootId, task.id).queryKey });
    },
  });
}
