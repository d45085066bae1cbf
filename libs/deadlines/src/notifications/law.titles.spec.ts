import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { LawTitles } from './law.titles.js';

const configDir = mkdtempSync(join(tmpdir(), 'sanshe-laws-'));
mkdirSync(join(configDir, 'law'));
writeFileSync(
  join(configDir, 'law', 'some.yaml'),
  `laws:
  order: { title: { zh: '管理办法(财政部令第102号)', en: Measures } }
  plain: { title: 政府采购法, articles: { '46': { zh: 三十日内签订。, en: Within thirty days. } } }
  broken: 12
`,
);
const laws = new LawTitles(new DirectoriesConfig(new Environment({ SANSHE_CONFIG_DIR: configDir })));

afterAll(() => rmSync(configDir, { recursive: true }));

describe('LawTitles', () => {
  it.each([
    ['order#16', '《管理办法》（财政部令第102号）第16条', 'Measures, art. 16'],
    ['order', '《管理办法》（财政部令第102号）', 'Measures'],
    ['order#D05', '《管理办法》（财政部令第102号）第D05项', 'Measures, art. D05'],
    ['plain#46', '《政府采购法》第46条', '政府采购法, art. 46'],
    ['unknown#1', 'unknown#1', 'unknown#1'],
    ['broken', 'broken', 'broken'],
  ])('cites %s', (reference, zh, en) => {
    expect(laws.cite(reference, 'zh')).toBe(zh);
    expect(laws.cite(reference, 'en')).toBe(en);
  });

  it('lists what can be cited, with the words of each article', () => {
    expect(laws.all('zh')).toEqual([
      { reference: 'order', citation: '《管理办法》（财政部令第102号）', text: null },
      { reference: 'plain', citation: '《政府采购法》', text: null },
      { reference: 'plain#46', citation: '《政府采购法》第46条', text: '三十日内签订。' },
    ]);
  });
});
