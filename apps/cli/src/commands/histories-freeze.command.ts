import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FrozenVersions, shippedVersions, thawed, unfrozen } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';

const FILE = join('test', 'histories', 'published.json');

/** `sanshe histories freeze`: puts new versions of the shipped definitions on the list that the tests hold them to. */
export const historiesFreeze: CliCommand = {
  name: 'histories freeze',
  summary: 'Add new versions of the shipped definitions to test/histories/published.json',
  run() {
    // Written by this command alone.
    const frozen = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as FrozenVersions) : {};
    const shipped = shippedVersions(new DirectoriesConfig().workflowsDir);
    const refused = thawed(frozen, shipped);
    for (const sentence of refused) print(sentence);
    if (refused.length > 0) return Promise.resolve(1);
    const fresh = unfrozen(frozen, shipped);
    const all = { ...frozen, ...Object.fromEntries(fresh.map(({ key, contentHash }) => [key, contentHash])) };
    const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
    print(`${fresh.length} added, ${Object.keys(sorted).length} in all`);
    return Promise.resolve(0);
  },
};
