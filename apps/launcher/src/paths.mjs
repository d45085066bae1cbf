import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository: everything the launcher runs is run from here. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Data, secrets and pid files of the embedded stack. Never committed. */
export const HOME = join(ROOT, '.sanshe');
