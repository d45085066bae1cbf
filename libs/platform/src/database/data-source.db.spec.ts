import { describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { openDataSource } from './data-source.js';

const database = await useDatabase([]);

describe('a connection of the application', () => {
  it('reads what is committed and waits five seconds for a lock, whatever the server says', async () => {
    const dataSource = await openDataSource({ url: database.url, schemas: [], poolSize: 3 });
    const settings = await Promise.all(
      [1, 2, 3].map(async () => {
        const [row] = await dataSource.query(
          "SHOW SESSION VARIABLES WHERE Variable_name IN ('innodb_lock_wait_timeout')",
        );
        const [isolation] = await dataSource.query(
          "SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')",
        );
        return [row.Value, isolation.Value];
      }),
    );
    await dataSource.destroy();
    expect(new Set(settings.map(String))).toEqual(new Set(['5,READ-COMMITTED']));
  });
});
