/**
 * Four tiers, one configuration: unit, db (MariaDB and Redis), e2e (whole API and worker), browser.
 * Pick one with `--selectProjects unit`. The db, e2e and browser tiers use the servers named by
 * SANSHE_TEST_DATABASE_ADMIN_URL and SANSHE_TEST_REDIS_URL, or start their own (test/support/global-setup.mjs).
 */
const shared = {
  runner: '<rootDir>/test/runner/shared-modules.runner.mjs',
  transform: {},
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.sanshe/'],
};

const withServers = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const needsMore = ['/node_modules/', '\\.db\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$', '\\.browser\\.spec\\.ts$'];

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,test}/**/*.spec.ts'],
      testPathIgnorePatterns: needsMore,
    },
    { ...withServers, displayName: 'db', testMatch: ['<rootDir>/{libs,apps,test}/**/*.db.spec.ts'] },
    { ...withServers, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e.spec.ts'] },
    { ...withServers, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser.spec.ts'] },
  ],
  testTimeout: 30_000,
};
