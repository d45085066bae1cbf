import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CommandAnswer, LateEntryDto } from '../../api/generated/client.js';
import type { FormData, TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { statusOf } from '../../shared/ui/problem-text.js';
import { act } from './api/commands.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';

const CONFLICT = 409;

interface Submission {
  readonly event: string;
  readonly form: FormData;
  readonly comment: string;
  readonly lateEntry: LateEntryDto | undefined;
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
    mutationFn: ({ event, form, comment, lateEntry }: Submission) =>
      act({
        taskId: task.id,
        version: task.version,
        event,
        form,
        comment,
        lateEntry,
        key: keys.keyFor([event, form, comment, lateEntry, task.version]),
      }),
    onSuccess: ({ receipt }) => {
      onDone();
      void message.success(receipt === null ? texts.task.success : texts.receipts.submitted(receipt));
      // With nothing else to do here, the step just done is shown: it can be withdrawn from there.
      void navigate(`/projects/${rootId}?done=${task.id}`, { replace: true, preventScrollReset: true });
      void client.invalidateQueries({ queryKey: ['case', rootId] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['projects'] });
    },
    onError: (error) => {
      if (statusOf(error) !== CONFLICT) return;
      onRefused();
      void client.invalidateQueries({ queryKey: ['case', rootId] });
    },
  });
}
