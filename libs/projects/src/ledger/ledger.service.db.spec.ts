import { describe, expect, it } from '@jest/globals';
import { UserError } from '#libs/platform';
import { useDatabase } from '#support/database';
import { projectsSchema } from '../projects.schema.js';
import { aFundAccount, aProject, ledgerContext } from '../testing.js';
import { ProjectEntity } from '../project/project.entity.js';
import { FundAccountEntity } from './fund-account.entity.js';
import { FundsExceededError, LedgerRoomError, NothingToReleaseError, UnknownFundAccountError } from './ledger.error.js';
import { LedgerService } from './ledger.service.js';
import { MoneyReader } from './money.reader.js';
import { PostingEntity } from './posting.entity.js';
import { PostingRepository } from './posting.repository.js';

const database = await useDatabase([projectsSchema], { poolSize: 30 });
const { manager } = database.dataSource;
const ledger = new LedgerService(new PostingRepository());
const money = new MoneyReader();

/** As a command does it: all or nothing. */
function command<T>(rootId: number, act: (context: ReturnType<typeof ledgerContext>) => Promise<T>): Promise<T> {
  return database.dataSource.transaction((transaction) => act(ledgerContext(transaction, rootId)));
}

const approve = (rootId: number, accountId: number, amount: number) =>
  command(rootId, (context) => ledger.approve(context, [{ accountId, amount }], '昭财社〔2026〕8号'));

async function releasedProject(amount: number): Promise<number> {
  const project = await aProject().insert(manager);
  const account = await aFundAccount().insert(manager);
  await approve(project.rootId, account.id, amount);
  await command(project.rootId, (context) => ledger.release(context, '昭财社〔2026〕9号'));
  return project.rootId;
}

describe('sign-off', () => {
  it('lets exactly as many of 50 racing sign-offs through as there is money for', async () => {
    const account = await aFundAccount().holding(1_000_000).insert(manager);
    const projects = await Promise.all(Array.from({ length: 50 }, () => aProject().insert(manager)));
    const outcomes = await Promise.allSettled(projects.map(({ rootId }) => approve(rootId, account.id, 30_000)));

    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(outcomes.length - refused.length).toBe(33);
    expect(refused.every((error) => error instanceof FundsExceededError)).toBe(true);
    const after = await manager.findOneByOrFail(FundAccountEntity, { id: account.id });
    expect(after.approved).toBe(990_000);
    expect(await manager.countBy(PostingEntity, { accountId: account.id })).toBe(33);
  });

  it('never deadlocks when 50 projects take two accounts in opposite order', async () => {
    const first = await aFundAccount().holding(100_000_000).insert(manager);
    const second = await aFundAccount().holding(100_000_000).insert(manager);
    const projects = await Promise.all(Array.from({ length: 50 }, () => aProject().insert(manager)));
    const outcomes = await Promise.allSettled(
      projects.map(({ rootId }, index) => {
        const [a, b] = index % 2 === 0 ? [first, second] : [second, first];
        const allocations = [
          { accountId: a.id, amount: 10 },
          { accountId: b.id, amount: 20 },
        ];
        return command(rootId, (context) => ledger.approve(context, allocations, '昭财社〔2026〕8号'));
      }),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toEqual([]);
    expect((await manager.findOneByOrFail(FundAccountEntity, { id: first.id })).approved).toBe(750);
  });

  it('names account, amount and what is free', async () => {
    const account = await aFundAccount().holding(500).titled('州级福彩公益金补助').insert(manager);
    const { rootId } = await aProject().insert(manager);
    const refusal = await approve(rootId, account.id, 501).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect(refusal).toMatchObject({
      code: 'projects.funds-exceeded',
      status: 422,
      details: { account: account.id, title: '州级福彩公益金补助', amount: 501, free: 500 },
      fields: [{ field: '/approvedAmount', rule: 'funds-free' }],
    });
    expect(await money.totals(manager, rootId)).toMatchObject({ approved: 0 });
  });

  it('refuses an account of another purchaser', async () => {
    const foreign = await aFundAccount().of(2).insert(manager);
    const { rootId } = await aProject().of(1).insert(manager);
    await expect(approve(rootId, foreign.id, 1)).rejects.toBeInstanceOf(UnknownFundAccountError);
  });

  it('adds up to the approved amount of the project', async () => {
    const account = await aFundAccount().insert(manager);
    const { rootId } = await aProject().insert(manager);
    await approve(rootId, account.id, 700);
    await approve(rootId, account.id, 300);
    expect(await manager.findOneByOrFail(ProjectEntity, { rootId })).toMatchObject({ approvedAmount: 1000 });
  });
});

describe('the way of money', () => {
  it('goes approved, released, committed, paid, returned', async () => {
    const rootId = await releasedProject(1000);
    await command(rootId, (context) => ledger.commit(context, 900, '合同1号'));
    await command(rootId, (context) => ledger.pay(context, 600, '凭证1号'));
    const returned = await command(rootId, (context) => ledger.giveBack(context, '收回1号'));
    expect(returned).toBe(400);
    const totals = { approved: 1000, released: 1000, committed: 600, paid: 600, returned: 400 };
    expect(await money.totals(manager, rootId)).toEqual(totals);
    const [account] = await manager.find(FundAccountEntity);
    expect(account).toMatchObject({ approved: 1000, returned: 400 });
  });

  it('keeps balances equal to the sums of the postings', async () => {
    const rootId = await releasedProject(1000);
    await command(rootId, (context) => ledger.commit(context, 1000, '合同1号'));
    await command(rootId, (context) => ledger.pay(context, 300, '凭证1号'));
    await command(rootId, (context) => ledger.giveBack(context, '收回1号', 200));
    const sums: { kind: string; total: number }[] = await manager.query(
      'SELECT kind, CAST(SUM(amount) AS SIGNED) AS total FROM projects_posting WHERE root_id = ? GROUP BY kind',
      [rootId],
    );
    const totals = await money.totals(manager, rootId);
    expect(Object.fromEntries(sums.map(({ kind, total }) => [kind, total]))).toEqual(totals);
    expect(totals).toMatchObject({ committed: 800, returned: 200 });
  });

  it.each([
    ['more committed than released', (rootId: number) => command(rootId, (c) => ledger.commit(c, 1001, '合同'))],
    ['nothing committed', (rootId: number) => command(rootId, (c) => ledger.commit(c, 0, '合同'))],
    ['more paid than committed', (rootId: number) => command(rootId, (c) => ledger.pay(c, 1, '凭证'))],
    ['more returned than unspent', (rootId: number) => command(rootId, (c) => ledger.giveBack(c, '收回', 1001))],
  ])('refuses %s and writes nothing', async (_what, act) => {
    const rootId = await releasedProject(1000);
    await expect(act(rootId)).rejects.toBeInstanceOf(LedgerRoomError);
    expect(await manager.countBy(PostingEntity, { rootId })).toBe(2);
  });

  it('refuses a release when nothing is approved', async () => {
    const { rootId } = await aProject().insert(manager);
    const act = command(rootId, (context) => ledger.release(context, '下达'));
    await expect(act).rejects.toBeInstanceOf(NothingToReleaseError);
  });

  it('draws several sources in order of accounts', async () => {
    const first = await aFundAccount().insert(manager);
    const second = await aFundAccount().insert(manager);
    const { rootId } = await aProject().insert(manager);
    const allocations = [
      { accountId: first.id, amount: 600 },
      { accountId: second.id, amount: 400 },
    ];
    await command(rootId, (context) => ledger.approve(context, allocations, '批复'));
    await command(rootId, (context) => ledger.release(context, '下达'));
    await command(rootId, (context) => ledger.commit(context, 700, '合同'));
    const accounts = await money.byAccount(manager, rootId);
    expect(accounts.map(({ committed }) => committed)).toEqual([600, 100]);
  });
});

describe('the tables themselves', () => {
  it('let nobody rewrite the ledger', async () => {
    const rootId = await releasedProject(1000);
    await expect(manager.update(PostingEntity, { rootId }, { amount: 1 })).rejects.toThrow(/denied/);
    await expect(manager.delete(PostingEntity, { rootId })).rejects.toThrow(/denied/);
  });

  it('refuse a balance that breaks an invariant, whoever writes it', async () => {
    const rootId = await releasedProject(1000);
    const write = manager.query('UPDATE projects_balance SET committed = 1001 WHERE root_id = ?', [rootId]);
    await expect(write).rejects.toThrow(/ck_projects_balance__committed/);
  });
});
