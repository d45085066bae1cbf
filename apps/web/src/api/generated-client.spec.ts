import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const WEB = resolve('apps/web');
const folder = mkdtempSync(join(tmpdir(), 'sanshe-client-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command of the `client` script, with another file to write to. */
function commandOf(target: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(WEB, 'package.json'), 'utf8')) as { scripts: { client: string } };
  const [, ...args] = scripts.client.split(' ');
  return args.map((argument) => (argument.startsWith('src/') ? target : argument));
}

describe('the generated client', () => {
  it('is what apps/api/openapi.json gives; `npm run openapi` writes both anew', () => {
    const target = join(folder, 'client.ts');
    execFileSync(process.execPath, [resolve('node_modules/.bin/oazapfts'), ...commandOf(target)], { cwd: WEB });
    expect(readFileSync(join(WEB, 'src/api/generated/client.ts'), 'utf8')).toBe(readFileSync(target, 'utf8'));
  });
});
