/**
 * The floor gate. One ordered list of floors gives all direction rules; test/gate/floors.spec.ts plants
 * a fault for each rule and proves that it fires.
 */
const FLOORS = [
  ['kernel', 'calendar'],
  ['platform'],
  ['identity'],
  ['engine'],
  ['deadlines'],
  ['projects'],
  ['stages/[^/]+', 'network', 'disclosure', 'records'],
];

/** npm packages that the pure floor may import; everything else there is refused. */
const PURE_PACKAGES = ['xstate', '@bpmn-io/feelin', 'ajv', 'ajv-formats', 'yaml', 'chinese-days'];

const SPEC = '\\.spec\\.ts$';
const TEST_ONLY = ['\\.spec\\.ts$', '/src/testing\\.ts$', '/src/testing/', '/src/.*/testing/', '^test/'];
const LIB = '(?:stages/)?[^/]+';

const libPattern = (names) => `^libs/(?:${names.join('|')})/`;
const slug = (names) => names[0].replace(/\W.*$/, '');

const upwardRules = FLOORS.slice(0, -1).map((names, floor) => ({
  name: `floor-${floor + 1}-${slug(names)}-not-upward`,
  comment: 'A floor imports only from the floors below it.',
  severity: 'error',
  from: { path: libPattern(names) },
  to: { path: libPattern(FLOORS.slice(floor + 1).flat()) },
}));

const siblingRule = {
  name: 'siblings-apart',
  comment: 'Libraries of one floor meet through engine events, effects and read views, never by import.',
  severity: 'error',
};

const siblingRules = FLOORS.filter((names) => names.length > 1).map((names) => ({
  ...siblingRule,
  from: { path: `^libs/(${names.join('|')})/` },
  to: { path: libPattern(names), pathNot: '^libs/$1/' },
}));

module.exports = {
  forbidden: [
    ...upwardRules,
    ...siblingRules,
    {
      name: 'pure-floor',
      comment: 'kernel and calendar: no Nest, no TypeORM, no node built-ins, only the packages of the allow-list.',
      severity: 'error',
      from: { path: libPattern(FLOORS[0]), pathNot: TEST_ONLY },
      to: { pathNot: [libPattern(FLOORS[0]), `(?:^|/)node_modules/(?:${PURE_PACKAGES.join('|')})/`] },
    },
    {
      name: 'front-door-only',
      comment: 'Another lib is reached only as #libs/<name> (src/index.ts) or, from tests, #testing/<name>.',
      severity: 'error',
      from: { path: `^libs/(${LIB})/` },
      to: { path: `^libs/${LIB}/`, pathNot: ['^libs/$1/', `^libs/${LIB}/src/(?:index|testing)\\.ts$`] },
    },
    {
      name: 'front-door-only',
      comment: 'Apps and tests reach a lib only as #libs/<name> or #testing/<name>.',
      severity: 'error',
      from: { path: '^(?:apps|test)/' },
      to: { path: `^libs/${LIB}/`, pathNot: `^libs/${LIB}/src/(?:index|testing)\\.ts$` },
    },
    {
      name: 'libs-not-to-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment:
        'An app never imports another app; the launcher is a tool for tests and scripts, domain.ts the one list of the domain.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: ['^apps/(?:$1|launcher)/', '^apps/domain\\.ts$'] },
    },
    {
      name: 'web-knows-only-the-client',
      comment: 'apps/web knows the server only through the generated client.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(?:libs|apps/(?!web/))' },
    },
    {
      name: 'not-from-tests',
      comment: 'Product code imports neither specs nor test support nor testing.ts.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/', pathNot: TEST_ONLY },
      to: { path: [...TEST_ONLY] },
    },
    {
      name: 'reference-independent',
      comment: 'The reference reads a definition by itself, so that agreeing with the machine means something.',
      severity: 'error',
      from: { path: '^libs/kernel/src/reference/' },
      to: { path: '(?:^|/)node_modules/xstate/' },
    },
    {
      name: 'not-from-specs',
      comment: 'Nothing imports a spec.',
      severity: 'error',
      from: {},
      to: { path: SPEC },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^(?:libs|apps/(?:api|worker|cli))/', pathNot: TEST_ONLY },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'An import that cannot be followed would make the other rules blind.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|coverage|\\.sanshe)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
