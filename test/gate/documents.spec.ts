import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, trackedFiles } from './tracked-files.js';

const LINK = /\]\(([^)\s]+)\)/g;
const ANCHOR = /#.*$/;

const documents = trackedFiles(['*.md']);

const brokenLinks = documents.flatMap(({ path, text }) =>
  [...text.matchAll(LINK)]
    .map(([, target = '']) => target.replace(ANCHOR, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
    .map((target) => `${path} → ${target}`),
);

describe('documents', () => {
  it('link only to what is there', () => {
    expect(brokenLinks).toEqual([]);
  });

  it('name each decision in the list of decisions', () => {
    const list = documents.find(({ path }) => path === 'docs/adr/README.md')?.text ?? '';
    const decisions = documents.map(({ path }) => path).filter((path) => /^docs\/adr\/\d{4}-/.test(path));
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.filter((path) => !list.includes(`(${path.slice('docs/adr/'.length)})`))).toEqual([]);
  });

  it('describe a library in at most thirty lines', () => {
    const readmes = documents.filter(({ path }) => /^libs\/.*README\.md$/.test(path));
    expect(readmes.filter(({ text }) => text.trimEnd().split('\n').length > 30).map(({ path }) => path)).toEqual([]);
  });
});
