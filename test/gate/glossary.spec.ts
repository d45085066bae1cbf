import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TASK_OPERATIONS } from '#libs/kernel';
import { ROOT } from './tracked-files.js';

interface Titled {
  readonly title: { readonly zh: string };
}

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const yamlOf = (path: string) => parse(textOf(path));
const glossary = textOf('docs/glossary.md');

/** Rows `| 中文 | `word` | …`, as `word 中文`; one word may name a role and a kind. */
const pairs = [...glossary.matchAll(/^\| (\S[^|]*?) +\| `([\w-]+)` +\|/gm)].map(([, zh, word]) => `${word} ${zh}`);
const hasRow = (word: string) => pairs.some((pair) => pair.startsWith(`${word} `));

const titlesIn = (words: Readonly<Record<string, Titled>>) =>
  Object.entries(words).map(([word, { title }]) => `${word} ${title.zh}`);

/** A closed set as its library declares it. */
function wordsOf(path: string, name: string): string[] {
  const [, body = ''] = new RegExp(`${name} = \\[([^\\]]*)\\]`).exec(textOf(path)) ?? [];
  return [...body.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);
}

const absent = (expected: readonly string[]) => expected.filter((pair) => !pairs.includes(pair));
const missing = (words: readonly string[]) => words.filter((word) => !glossary.includes(`\`${word}\``));

describe('docs/glossary.md', () => {
  it('has each role and each kind of organisation by its title', () => {
    const { roles, kinds } = yamlOf('config/roles.yaml');
    expect(absent([...titlesIn(roles), ...titlesIn(kinds)])).toEqual([]);
  });

  it('has each stage of a project by its title', () => {
    const states: Record<string, Titled & { tags?: string[] }> = yamlOf('workflows/project/lifecycle.yaml').states;
    const stages = titlesIn(
      Object.fromEntries(Object.entries(states).filter(([, { tags }]) => tags?.includes('stage'))),
    );
    expect(stages).toHaveLength(5);
    expect(absent(stages)).toEqual([]);
  });

  it('has each kind of posting of the ledger', () => {
    const kinds = wordsOf('libs/projects/src/ledger/posting.entity.ts', 'POSTING_KINDS');
    expect(kinds).toHaveLength(5);
    expect(kinds.filter((kind) => !hasRow(kind))).toEqual([]);
  });

  it('has each source of money that the demo funds name', () => {
    const funds: { source: string }[] = yamlOf('config/demo/funds.yaml').funds;
    expect(funds.map(({ source }) => source).filter((source) => !hasRow(source))).toEqual([]);
  });

  it('has each kind of history row, level of division and rung', () => {
    const ladders: Record<string, { level: string }[]> = yamlOf('config/escalations.yaml').ladders;
    const words = [
      ...wordsOf('libs/engine/src/history/history.draft.ts', 'HISTORY_KINDS'),
      ...wordsOf('libs/identity/src/divisions/division-level.ts', 'DIVISION_LEVELS'),
      ...Object.values(ladders).flatMap((rungs) => rungs.map(({ level }) => level)),
    ];
    expect(words.length).toBeGreaterThan(20);
    expect(missing(words)).toEqual([]);
  });

  it('has each operation on a task', () => {
    expect(TASK_OPERATIONS.filter((operation) => !glossary.includes(`allow: [${operation}]`))).toEqual([]);
  });
});
