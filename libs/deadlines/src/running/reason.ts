import { SansheError } from '#libs/platform';

const LONGEST = 500;

/** Stable code of a failure, for rows and logs. */
export function codeOf(error: unknown): string {
  if (error instanceof SansheError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/** What went wrong, cut to the length of the columns that keep it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${codeOf(error)}: ${text}`.slice(0, LONGEST);
}
