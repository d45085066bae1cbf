import { describe, expect, it } from '@jest/globals';
import { gramsOf, gramsOfTerm, normalTitle, termsOf } from './title.gram.js';

describe('words of a title', () => {
  it.each([
    ['民政', ['民政']],
    ['民政局', ['民政', '政局']],
    ['A４Ｂ', ['a4', '4b']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['县', []],
    ['', []],
  ])('%s has the pairs %j', (title, pairs) => {
    expect(gramsOf(title).map(({ gram }) => gram)).toEqual(pairs);
  });

  it.each([
    ['社区融入', [0, 2]],
    ['社区融入项', [0, 2, 3]],
    ['社区', [0]],
  ])('%s is looked for by the pairs at %j', (term, positions) => {
    expect(gramsOfTerm(term).map(({ position }) => position)).toEqual(positions);
  });

  it('takes words apart at spaces of every width, each once, and has no operators', () => {
    expect(termsOf('  社区　融入 社区 ')).toEqual(['社区', '融入']);
    expect(termsOf('+社区* "融入"')).toEqual(['+社区*', '"融入"']);
    expect(normalTitle('（ＡＢ）')).toBe('(ab)');
  });
});
