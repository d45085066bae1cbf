import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { LawBook } from './law.book.js';

const configDir = mkdtempSync(join(tmpdir(), 'sanshe-laws-'));
mkdirSync(join(configDir, 'law'));
writeFileSync(
  join(configDir, 'law', 'some.yaml'),
  `laws:
  order: { title: { zh: '管理办法(财政部令第102号)', en: Measures }, proof: Q }
  plain: { title: 政府采购法, articles: { '46': { zh: 三十日内签订。, en: Within thirty days. } } }
  broken: 12
`,
);
const laws = new LawBook(configDir);

afterAll(() => rmSync(configDir, { recursive: true }));

describe('LawBook', () => {
  it.each([
    ['order#16', '《管理办法》（财政部令第102号）第16条', 'Measures, art. 16'],
    ['order', '《管理办法》（财政部令第102号）', 'Measures'],
    ['order#D05', '《管理办法》（财政部令第102号）第D05项', 'Measures, art. D05'],
    ['plain#46', '《政府采购法》第46条', '政府采购法, art. 46'],
    ['unknown#1', 'unknown#1', 'unknown#1'],
    ['broken', 'broken', 'broken'],
  ])('cites %s', (reference, zh, en) => {
    expect(laws.cite(reference)).toBe(zh);
    expect(laws.cite(reference, 'en')).toBe(en);
  });

  it('lists what can be cited, with the words of each article', () => {
    expect(laws.all('en')).toEqual([
      { reference: 'order', citation: 'Measures', text: null },
      { reference: 'plain', citation: '政府采购法', text: null },
      { reference: 'plain#46', citation: '政府采购法, art. 46', text: 'Within thirty days.' },
    ]);
    expect(laws.all('zh').at(-1)).toMatchObject({ citation: '《政府采购法》第46条', text: '三十日内签订。' });
  });

  it('finds a law with how sure it is, and names an unknown one by its key', () => {
    expect(laws.find('order#16')).toEqual({
      reference: 'order#16',
      title: '管理办法(财政部令第102号)',
      article: '16',
      text: null,
      proof: 'Q',
    });
    expect(laws.find('unknown#1')).toBeNull();
    expect(laws.quote('unknown#1')).toEqual({ reference: 'unknown#1', title: 'unknown', article: '1', text: null });
  });

  it('has nothing where there is no folder', () => {
    expect([...new LawBook('no-such-folder').keys()]).toEqual([]);
  });
});
