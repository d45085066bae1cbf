import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type FrozenVersions, shippedVersions, thawed, unfrozen } from '#libs/engine';

const shipped = shippedVersions('workflows');
const frozen = JSON.parse(readFileSync(join('test', 'histories', 'published.json'), 'utf8')) as FrozenVersions;

describe('shipped definitions', () => {
  it('never change without a new version number', () => {
    expect(thawed(frozen, shipped)).toEqual([]);
  });

  it('are all on the list (`sanshe histories freeze` adds a new version)', () => {
    expect(unfrozen(frozen, shipped).map(({ key }) => key)).toEqual([]);
    expect(shipped.length).toBeGreaterThanOrEqual(6);
  });

  it('are refused with file, version and remedy when they do change', () => {
    const [first] = shipped;
    const sentences = thawed({ ...frozen, [first?.key ?? '']: 'other' }, shipped);
    expect(sentences).toEqual([expect.stringMatching(/^workflows\/.+\.yaml has changed, but .+@\d+ .*write version: \d+/)]);
  });
});
