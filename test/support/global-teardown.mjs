import { createConnection } from 'mysql2/promise';

/** Removes the run's schemas and account; stops the servers if this run started them. */
export default async function globalTeardown() {
  if (globalThis.sansheTestServers) return globalThis.sansheTestServers.stop();
  const run = process.env.SANSHE_TEST_RUN;
  const admin = await createConnection(process.env.SANSHE_TEST_DATABASE_ADMIN_URL ?? '');
  const [rows] = await admin.query('SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA');
  for (const { name } of rows) {
    if (name.startsWith(`sanshe_test_${run}_`)) await admin.query(`DROP DATABASE \`${name}\``);
  }
  await admin.query(`DROP USER IF EXISTS 'sanshe_t_${run}'@'%'`);
  await admin.end();
}
