import { expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { FundAccountEntity } from '../ledger/fund-account.entity.js';
import { projectsSchema } from '../projects.schema.js';
import { seedProjects } from './seed-projects.js';

const database = await useDatabase([projectsSchema]);
const everybody = {
  byCreditCode: (code: string) => ({ id: Number(code.slice(2, 8)), divisionCode: code.slice(2, 8) }),
};
const nobody = { byCreditCode: () => null };

it('loads the demo funds once, however often it runs', async () => {
  const first = await seedProjects(database.dataSource, everybody, 'config');
  expect(first).toBeGreaterThan(0);
  expect(await seedProjects(database.dataSource, everybody, 'config')).toBe(0);
  expect(await database.dataSource.manager.count(FundAccountEntity)).toBe(first);
  const [prefecture] = await database.dataSource.manager.findBy(FundAccountEntity, { title: '州级福彩公益金补助' });
  expect(prefecture).toMatchObject({ divisionCode: '513431', amount: 200_000_000, year: 2026, approved: 0 });
});

it('says which purchaser is missing', async () => {
  await expect(seedProjects(database.dataSource, nobody, 'config')).rejects.toMatchObject({
    code: 'projects.bad-funds-file',
  });
});
