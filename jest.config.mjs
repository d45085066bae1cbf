/**
 * Four tiers, one configuration: unit, db (MariaDB and Redis), e2e (whole API and worker), browser.
 * Pick one with `--selectProjects unit`. The db, e2e and browser tiers use the servers named by
 * SANSHE_TEST_DATABASE_ADMIN_URL and SANSHE_TEST_REDIS_URL, or start their own (test/support/global-setup.mjs).
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['source', 'node', 'node-addons'],
    // class-validator keeps its rules on the global object, for all files of a worker.
    globalsCleanup: 'off',
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': swc },
  setupFiles: ['reflect-metadata'],
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
