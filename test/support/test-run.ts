/** What the global setup of the run prepared, as seen from one Jest worker. */
export interface TestRun {
  readonly run: string;
  readonly worker: string;
  readonly adminUrl: string;
  readonly redisUrl: string;
  readonly appAccount: { readonly user: string; readonly host: string };
  ownerUrlOf(schema: string): string;
  appUrlOf(schema: string): string;
}

function required(name: string): string {
  // Tests are configured by environment as Jest's global setup hands it to its workers.
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run this spec in the db, e2e or browser project of jest.config.mjs.`);
  }
  return value;
}

export function testRun(): TestRun {
  const run = required('SANSHE_TEST_RUN');
  const adminUrl = required('SANSHE_TEST_DATABASE_ADMIN_URL');
  const appAccount = { user: `sanshe_t_${run}`, host: '%' };
  const urlOf = (schema: string, account?: { user: string; password: string }): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${schema}`;
    if (account) Object.assign(url, { username: account.user, password: account.password });
    return url.href;
  };
  return {
    run,
    worker: required('JEST_WORKER_ID'),
    adminUrl,
    redisUrl: required('SANSHE_TEST_REDIS_URL'),
    appAccount,
    ownerUrlOf: (schema) => urlOf(schema),
    appUrlOf: (schema) => urlOf(schema, { user: appAccount.user, password: required('SANSHE_TEST_APP_PASSWORD') }),
  };
}
