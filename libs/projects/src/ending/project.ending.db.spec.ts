import { describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { FundAccountEntity } from '../ledger/fund-account.entity.js';
import { LedgerEnding } from '../ledger/ledger.ending.js';
import { FundsExceededError } from '../ledger/ledger.error.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { MoneyReader } from '../ledger/money.reader.js';
import { PostingRepository } from '../ledger/posting.repository.js';
import { ProjectEntity } from '../project/project.entity.js';
import { projectsSchema } from '../projects.schema.js';
import { aFundAccount, aProject, ledgerContext } from '../testing.js';
import { ProjectEnding } from './project.ending.js';

const database = await useDatabase([projectsSchema]);
const { manager } = database.dataSource;
const rows = new PostingRepository();
const ledger = new LedgerService(rows);
const ending = new ProjectEnding(new LedgerEnding(ledger, rows));
const money = new MoneyReader();

type Context = ReturnType<typeof ledgerContext>;

function command<T>(rootId: number, act: (context: Context) => Promise<T>): Promise<T> {
  return database.dataSource.transaction((transaction) => act(ledgerContext(transaction, rootId)));
}

async function committedProject(): Promise<{ rootId: number; accountId: number }> {
  const { rootId } = await aProject().insert(manager);
  const { id: accountId } = await aFundAccount().holding(1_000_000).insert(manager);
  await command(rootId, async (context) => {
    await ledger.approve(context, [{ accountId, amount: 800_000 }], '批复1号');
    await ledger.release(context, '下达1号');
    await ledger.commit(context, 600_000, '合同1号');
    await ledger.pay(context, 100_000, '凭证1号');
  });
  return { rootId, accountId };
}

const accountOf = (id: number) => manager.findOneByOrFail(FundAccountEntity, { id });

describe('a project whose case ends before its time', () => {
  it('gives back what is not paid, and takes it again when it is woken', async () => {
    const { rootId, accountId } = await committedProject();
    const before = await money.totals(manager, rootId);
    await command(rootId, (context) => ending.ended(context));
    expect(await manager.findOneByOrFail(ProjectEntity, { rootId })).toMatchObject({ status: 'stopped' });
    expect(await accountOf(accountId)).toMatchObject({ approved: 800_000, returned: 700_000 });
    await command(rootId, (context) => ending.woken(context));
    expect(await manager.findOneByOrFail(ProjectEntity, { rootId })).toMatchObject({ status: 'open', endedAt: null });
    expect(await accountOf(accountId)).toMatchObject({ approved: 800_000, returned: 0 });
    expect(await money.totals(manager, rootId)).toEqual(before);
  });

  it('cannot be woken when the money has gone elsewhere meanwhile', async () => {
    const { rootId, accountId } = await committedProject();
    await command(rootId, (context) => ending.ended(context));
    const { rootId: other } = await aProject().insert(manager);
    await command(other, (context) => ledger.approve(context, [{ accountId, amount: 900_000 }], '批复2号'));
    await expect(command(rootId, (context) => ending.woken(context))).rejects.toThrow(FundsExceededError);
    expect(await manager.findOneByOrFail(ProjectEntity, { rootId })).toMatchObject({ status: 'stopped' });
  });

  it('leaves other kinds of case alone', async () => {
    await expect(command(987_654, (context) => ending.ended(context))).resolves.toBeUndefined();
  });
});
