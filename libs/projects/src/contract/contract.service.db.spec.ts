import { beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { InstalmentEntity } from '../instalment/instalment.entity.js';
import { InstalmentService } from '../instalment/instalment.service.js';
import type { LedgerContext } from '../ledger/ledger.entry.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { MoneyReader } from '../ledger/money.reader.js';
import { PostingRepository } from '../ledger/posting.repository.js';
import { ProjectEntity } from '../project/project.entity.js';
import { projectsSchema } from '../projects.schema.js';
import { aFundAccount, aProject, ledgerContext } from '../testing.js';
import { ContractStateView } from '../views/contract-state.view.js';
import { InstalmentStateView } from '../views/instalment-state.view.js';
import { ContractEntity } from './contract.entity.js';
import { ContractService } from './contract.service.js';
import type { ContractTerms } from './contract.terms.js';

const database = await useDatabase([projectsSchema]);
const { manager } = database.dataSource;
const ledger = new LedgerService(new PostingRepository());
const contracts = new ContractService();
const instalments = new InstalmentService(ledger);
const money = new MoneyReader();

const TERMS: ContractTerms = {
  number: '昭民购〔2026〕1号',
  contractor: 52,
  amount: 1000,
  signedOn: '2026-04-20',
  serviceFrom: '2026-05-01',
  serviceTo: '2026-08-31',
  instalments: [
    { number: 1, amount: 600, condition: '签约后' },
    { number: 2, amount: 400, condition: '验收合格后' },
  ],
};

let rootId: number;

function command<T>(act: (context: LedgerContext) => Promise<T>): Promise<T> {
  return database.dataSource.transaction((transaction) => act(ledgerContext(transaction, rootId)));
}

beforeEach(async () => {
  const account = await aFundAccount().insert(manager);
  ({ rootId } = await aProject().insert(manager));
  await command((context) => ledger.approve(context, [{ accountId: account.id, amount: 1000 }], '批复'));
  await command((context) => ledger.release(context, '下达'));
});

async function signed(): Promise<void> {
  await command((context) => contracts.sign(context, TERMS));
  await command((context) => ledger.commit(context, TERMS.amount, TERMS.number));
}

const claimOf = (number: number) => ({ number, invoiceNo: '51000001', amount: null, attachment: null });

async function paid(number: number): Promise<void> {
  await command((context) => instalments.claim(context, claimOf(number)));
  await command((context) => instalments.approve(context, number));
  await command((context) => instalments.pay(context, number, `凭证${number}号`));
}

describe('a contract', () => {
  it('is kept with its instalments, published and filed, and sets price and contractor of the project', async () => {
    await signed();
    await command((context) => contracts.publish(context, '公告1号'));
    await command((context) => contracts.file(context, '备案1号'));
    const { serviceFrom, serviceTo } = TERMS;
    const period = { serviceFrom, serviceTo };
    expect(await manager.findOneBy(ProjectEntity, { rootId })).toMatchObject({
      contractorId: 52,
      contractAmount: 1000,
      ...period,
    });
    const state = await new ContractStateView().load({ manager, rootId, instanceId: 1 });
    expect(state).toMatchObject({
      signed: true,
      published: true,
      filed: true,
      amount: 1000,
      contractor: 52,
      ...period,
    });
  });

  it.each<[string, Partial<ContractTerms>, string, string]>([
    ['above the approved budget', { amount: 1001 }, 'projects.above-approved', '/contractAmount'],
    ['instalments that do not add up', { amount: 999 }, 'projects.instalment-sum', '/instalments'],
    [
      'numbers with a gap',
      { instalments: [{ number: 2, amount: 1000, condition: '一次' }] },
      'projects.instalment-numbers',
      '/instalments',
    ],
    ['a period that ends before it begins', { serviceTo: '2026-04-30' }, 'projects.period-reversed', '/serviceTo'],
  ])('is refused: %s', async (_what, ...[change, code, field]) => {
    const act = command((context) => contracts.sign(context, { ...TERMS, ...change }));
    await expect(act).rejects.toMatchObject({ code, status: 422, fields: [{ field }] });
    expect(await manager.countBy(ContractEntity, { rootId })).toBe(0);
  });

  it('is signed once', async () => {
    await signed();
    const again = command((context) => contracts.sign(context, TERMS));
    await expect(again).rejects.toMatchObject({ code: 'projects.contract-exists', status: 409 });
  });

  it('cannot be published before it is signed', async () => {
    const early = command((context) => contracts.publish(context, '公告1号'));
    await expect(early).rejects.toMatchObject({ code: 'projects.no-contract', status: 409 });
  });
});

describe('instalments', () => {
  it('are claimed, approved and paid in order, each beside the ledger', async () => {
    await signed();
    await paid(1);
    await paid(2);
    expect(await money.totals(manager, rootId)).toMatchObject({ committed: 1000, paid: 1000 });
    const state = await new InstalmentStateView().load({ manager, rootId, instanceId: 1 });
    expect(state).toMatchObject({ count: 2, paid: 2, nextNumber: 0 });
  });

  it('are paid once', async () => {
    await signed();
    await paid(1);
    const again = command((context) => instalments.pay(context, 1, '凭证2号'));
    await expect(again).rejects.toMatchObject({ code: 'projects.instalment-state', status: 409 });
    expect(await money.totals(manager, rootId)).toMatchObject({ paid: 600 });
  });

  it('are not claimed before the one before is paid', async () => {
    await signed();
    const early = command((context) => instalments.claim(context, claimOf(2)));
    await expect(early).rejects.toMatchObject({ code: 'projects.instalment-order', details: { open: 1 } });
  });

  it('are claimed over the agreed amount only', async () => {
    await signed();
    const wrong = command((context) => instalments.claim(context, { ...claimOf(1), amount: 601 }));
    await expect(wrong).rejects.toMatchObject({ code: 'projects.invoice-amount', fields: [{ field: '/amount' }] });
  });

  it('go back to planned when a claim is sent back', async () => {
    await signed();
    await command((context) => instalments.claim(context, claimOf(1)));
    await command((context) => instalments.sendBack(context, 1));
    expect(await manager.findOneBy(InstalmentEntity, { rootId, number: 1 })).toMatchObject({ status: 'planned' });
  });

  it('of a number that the contract does not have are refused', async () => {
    await signed();
    const unknown = command((context) => instalments.approve(context, 3));
    await expect(unknown).rejects.toMatchObject({ code: 'projects.unknown-instalment', status: 422 });
  });
});
