import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http.js';

const FRESH_MS = 10_000;
const MAX_RETRIES = 2;

/** What the page knows of the server. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: shouldRetry, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

/** A refusal is an answer; only an unreachable or busy server is asked again. */
function shouldRetry(failures: number, error: Error): boolean {
  const isAnswer = error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
  return !isAnswer && failures < MAX_RETRIES;
}
