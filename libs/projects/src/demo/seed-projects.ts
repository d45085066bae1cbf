import { IdAllocator } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { FundAccountEntity } from '../ledger/fund-account.entity.js';
import { BadFundsFileError, readFunds } from './funds.file.js';

/** The little that the seed must know of a purchaser; identity's OrganisationDirectory gives it. */
export interface PurchaserSource {
  byCreditCode(creditCode: string): { readonly id: number; readonly divisionCode: string } | null;
}

/** Loads the demo fund accounts that are not there yet; running it twice changes nothing. Returns how many are new. */
export async function seedProjects(
  dataSource: DataSource,
  directory: PurchaserSource,
  configDir: string,
): Promise<number> {
  const allocator = new IdAllocator(dataSource);
  await allocator.ensure();
  let added = 0;
  for (const fund of readFunds(configDir)) {
    const purchaser = directory.byCreditCode(fund.purchaser);
    if (!purchaser) throw new BadFundsFileError(`there is no organisation ${fund.purchaser}`);
    const { year, source, title, documentNo, amount } = fund;
    const key = { purchaserId: purchaser.id, year, title };
    if (await dataSource.manager.existsBy(FundAccountEntity, key)) continue;
    const { divisionCode } = purchaser;
    await dataSource.manager.insert(FundAccountEntity, {
      id: allocator.next(),
      ...key,
      divisionCode,
      source,
      documentNo,
      amount,
    });
    added += 1;
  }
  return added;
}
