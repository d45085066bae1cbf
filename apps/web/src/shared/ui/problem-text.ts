import { type FieldProblem, ProblemError } from '../../api/http.js';
import { useLanguage } from '../../locales/language.js';

/** The server's own sentence in the caller's language. */
export function useProblemText(): (error: unknown) => string {
  const language = useLanguage();
  return (error) => {
    if (error instanceof ProblemError) return error.problem.text?.[language] ?? error.problem.title;
    return error instanceof Error ? error.message : String(error);
  };
}

export function fieldProblemsOf(error: unknown): readonly FieldProblem[] {
  return error instanceof ProblemError ? (error.problem.errors ?? []) : [];
}

export function statusOf(error: unknown): number | null {
  return error instanceof ProblemError ? error.problem.status : null;
}
