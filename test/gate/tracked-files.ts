import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface TrackedFile {
  readonly path: string;
  readonly text: string;
}

const NOT_TEXT = /\.(?:gz|png|jpe?g|ico|woff2?|pdf|docx|xlsx)$/;

/** Files of the repository, new ones included, ignored ones not. */
export function trackedFiles(under: readonly string[] = ['.']): TrackedFile[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...under];
  const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && !NOT_TEXT.test(path))
    .flatMap((path) => readIfThere(path));
}

/** A file that git knows may have been removed from the work tree. */
function readIfThere(path: string): TrackedFile[] {
  try {
    return [{ path, text: readFileSync(join(ROOT, path), 'utf8') }];
  } catch {
    return [];
  }
}
