import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { statusOf } from '../../shared/ui/problem-text.js';

const CONFLICT = 409;

/** Sends one operation on a task. When somebody was faster the task is read again; what was typed stays. */
export function useOperation(
  rootId: number,
  onDone: () => void,
): UseMutationResult<unknown, Error, () => Promise<unknown>> {
  const texts = useTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const reload = () => client.invalidateQueries({ queryKey: ['case', rootId] });
  return useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSuccess: () => {
      onDone();
      void message.success(texts.operations.sent);
      void reload();
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (error) => {
      if (statusOf(error) === CONFLICT) void reload();
    },
  });
}
