import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TokensView } from '../../api/generated/client.js';
import { ProblemError } from '../../api/http.js';
import { sessionOpened } from '../../api/session.js';

const CODE_REQUIRED = 'identity.code-required';

/** Signs in by whichever way; when the account has a second factor, the same way is gone again with the code. */
export function useSignIn(way: (code?: string) => Promise<TokensView>, target: string) {
  const navigate = useNavigate();
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: () => way(isCodeAsked && code.trim() !== '' ? code.trim() : undefined),
    onSuccess: (tokens) => {
      sessionOpened(tokens);
      void navigate(target, { replace: true });
    },
    onError: (error) => {
      if (isCodeRequired(error)) setCodeAsked(true);
      setCode('');
    },
  });
  const startAgain = () => {
    setCodeAsked(false);
    setCode('');
    attempt.reset();
  };
  const error = isCodeRequired(attempt.error) ? null : attempt.error;
  return { isCodeAsked, code, setCode, startAgain, attempt: attempt.mutate, isPending: attempt.isPending, error };
}

function isCodeRequired(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === CODE_REQUIRED;
}
