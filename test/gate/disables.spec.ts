import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, trackedFiles } from './tracked-files.js';

const DISABLE = /(?:eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck|biome-ignore)[^\n]*/g;
/** `eslint-disable… rule -- reason`, `@ts-expect-error reason`: at least three words of why. */
const WITH_REASON = /(?:--|@ts-expect-error|biome-ignore[^:]*:)\s+\S+\s+\S+\s+\S+/;

const disables = trackedFiles(['apps', 'libs', 'test'])
  .filter(({ path }) => /\.(?:ts|tsx|mjs|cjs)$/.test(path) && !path.startsWith('test/gate/'))
  .flatMap(({ path, text }) => [...text.matchAll(DISABLE)].map(([line]) => ({ path, line })));

describe('rules switched off in place', () => {
  it('all say why', () => {
    expect(disables.filter(({ line }) => !WITH_REASON.test(line))).toEqual([]);
  });

  it('only become fewer: test/gate/disables.json holds the count', () => {
    const { count } = JSON.parse(readFileSync(join(ROOT, 'test/gate/disables.json'), 'utf8')) as { count: number };
    expect({ count: disables.length, where: disables.map(({ path }) => path) }).toMatchObject({ count });
  });
});
