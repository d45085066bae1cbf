import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, trackedFiles } from './tracked-files.js';

const READ = /environment\.\w+\(\s*'(SANSHE_\w+)'(?:,\s*('[^']*'|[\d_]+|\w+(?:\.\w+)*))?(?:,\s*'([^']*)')?/g;
const ROW = /^\| `(SANSHE_\w+)` *\| ([^|]+) \|/gm;

/** A default as the table writes it; null where the code has none that a reader could be shown. */
function literal(argument: string | undefined): string | null {
  if (argument === undefined) return null;
  if (argument.startsWith("'")) return `\`${argument.slice(1, -1)}\``;
  return /^\d/.test(argument) ? `\`${argument.replaceAll('_', '')}\`` : null;
}

function settingsOfTheCode(): Map<string, string | null> {
  const files = trackedFiles(['libs/platform/src/config']).filter(({ path }) => path.endsWith('.config.ts'));
  return new Map(
    files.flatMap(({ text }) =>
      [...text.matchAll(READ)].map(([, name = '', first, choice]): [string, string | null] => [
        name,
        choice === undefined ? literal(first) : `\`${choice}\``,
      ]),
    ),
  );
}

function settingsOfTheReadme(): Map<string, string> {
  const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
  return new Map([...text.matchAll(ROW)].map(([, name = '', value = '']) => [name, value.trim()]));
}

describe('the table of settings in README.md', () => {
  const code = settingsOfTheCode();
  const readme = settingsOfTheReadme();

  it('has one row for each variable that the configuration reads', () => {
    expect([...readme.keys()].sort()).toEqual([...code.keys()].sort());
    expect(code.size).toBeGreaterThan(20);
  });

  it('gives the defaults that the configuration has', () => {
    const withDefault = [...code].filter(([, value]) => value !== null);
    expect(withDefault.map(([name]) => [name, readme.get(name)])).toEqual(withDefault);
  });
});
