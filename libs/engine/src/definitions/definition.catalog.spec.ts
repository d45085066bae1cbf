import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { DefinitionCatalog } from './definition.catalog.js';

const home = mkdtempSync(join(tmpdir(), 'sanshe-catalog-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
for (const folder of ['workflows', 'regions']) mkdirSync(join(home, folder));
const BUYING = `process: test.buying
title: 采购
owner: { organisation: purchaser, role: leader }
parameters: { reviewPeriod: { type: duration, default: P5WD, min: P3WD, law: procurement-law#22 } }
variables: { amount: { type: money, default: 0 } }
decisions:
  route: { table: procurement-method, with: { amount: amount, kind: '"服务"', onlySupplier: false } }
initial: reviewing
states:
  reviewing:
    task: { assignee: { organisation: purchaser, role: leader }, due: { within: reviewPeriod } }
    on: { APPROVE: { guard: 'route.method = "open-tender"', target: done } }
  done: { type: final }
`;
writeFileSync(join(home, 'workflows', 'buying.yaml'), BUYING);

function catalogWith(region: string): DefinitionCatalog {
  writeFileSync(join(home, 'regions', '5134.yaml'), region);
  const settings = {
    SANSHE_WORKFLOWS_DIR: join(home, 'workflows'),
    SANSHE_CONFIG_DIR: resolve('config'),
    SANSHE_REGIONS_DIR: join(home, 'regions'),
  };
  return new DefinitionCatalog(new DirectoriesConfig(new Environment(settings)));
}

describe('at start', () => {
  it.each([
    ['a threshold of the wrong type', 'decisions:\n  procurement-method: { tenderStandard: much }'],
    ['standards that do not fit together', 'decisions:\n  procurement-method: { tenderStandard: 1 }'],
    ['an unknown table', 'decisions:\n  procurement-way: { x: 1 }'],
    ['an unknown process', 'parameters:\n  test.bying: { x: 1 }'],
    ['an unknown parameter', 'parameters:\n  test.buying: { x: 1 }'],
    ['a value below what the law allows', 'parameters:\n  test.buying: { reviewPeriod: P2WD }'],
    ['a value of another type', 'parameters:\n  test.buying: { reviewPeriod: 5 }'],
  ])('%s is refused with file and line', (_what, region) => {
    expect(() => catalogWith(region)).toThrow(/config\/regions\/5134\.yaml:2/);
  });

  it('a bound is named with its law', () => {
    const start = () => catalogWith('parameters:\n  test.buying: { reviewPeriod: P2WD }');
    expect(start).toThrow(/procurement-law#22.*《中华人民共和国政府采购法》第22条/);
  });
});

describe('what an instance is pinned to', () => {
  const content = (division: string) => {
    const catalog = catalogWith(`parameters:
  test.buying: { reviewPeriod: P7WD }
decisions:
  procurement-method: { tenderStandard: 200000000 }
ladders:
  standard: [{ after: P9WD, level: head, to: { organisation: owner, role: head } }]
`);
    const entry = catalog.draft('test.buying');
    if (!entry) throw new TypeError('there is no draft');
    return catalog.bundleContent(entry, division);
  };

  it('holds the values, ladders and tables of its division', () => {
    const { parameters, ladders, decisions } = content('513431');
    expect(parameters).toEqual({ reviewPeriod: 'P7WD' });
    expect(ladders['standard']).toHaveLength(1);
    expect(ladders['finance']?.length).toBeGreaterThan(1);
    expect(decisions?.['procurement-method']?.parameters).toMatchObject({ tenderStandard: 200_000_000 });
  });

  it('and the general ones elsewhere', () => {
    const { parameters, ladders, decisions } = content('511921');
    expect(parameters).toEqual({ reviewPeriod: 'P5WD' });
    expect(ladders['standard']?.length).toBeGreaterThan(1);
    expect(decisions?.['procurement-method']?.parameters).toMatchObject({ tenderStandard: 400_000_000 });
  });
});
