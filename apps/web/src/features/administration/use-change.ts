import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { ADMINISTRATION_KEY } from './api/administration.js';

/** Sends a change, reads the lists again, and tells what the server refused. */
export function useChange<V, T = unknown>(change: (value: V) => Promise<T>, onDone?: (result: T) => void) {
  const client = useQueryClient();
  const problemText = useProblemText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: ADMINISTRATION_KEY });
      onDone?.(result);
    },
    onError: (error) => void message.error(problemText(error)),
  });
}
