import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.spec.mjs', 'test/**', 'libs/**/src/testing.ts', '{libs,apps}/**/testing/**'];
const PURE = ['libs/kernel/src/**/*.ts', 'libs/calendar/src/**/*.ts'];

/** `max-params` cannot tell constructors (≤ 6, they inject) from functions (≤ 4). */
const tooManyParameters = [
  {
    selector:
      ':matches(FunctionDeclaration, ArrowFunctionExpression, :not(MethodDefinition[kind="constructor"]) > FunctionExpression)[params.length>4]',
    message: 'At most 4 parameters: pass an object.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
    message: 'At most 6 constructor parameters: the class does too much.',
  },
];
const clockOnly = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'The time comes from a clock (SystemClock, BusinessClock) or from the command.',
};
const clockNow = {
  selector: 'MemberExpression[object.name="Date"][property.name="now"]',
  message: 'The time comes from a clock (SystemClock, BusinessClock) or from the command.',
};
const environmentOnly = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Only platform/config reads the environment.',
};
const namedErrors = {
  selector: 'ThrowStatement > NewExpression[callee.name="Error"]',
  message: 'Throw a UserError, TransientError or DefectError of its own class (*.error.ts).',
};
const noRandom = {
  selector: 'MemberExpression[object.name="Math"][property.name="random"]',
  message: 'Pure code takes its seeds as arguments.',
};
const noForwardRef = {
  selector: 'Identifier[name="forwardRef"]',
  message: 'forwardRef is a cycle that learned to hide.',
};
const noSwitchedOffTests = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/], CallExpression[callee.name=/^(xit|xdescribe|xtest|fit|fdescribe)$/]',
    message: 'No skipped, only-ed or planned tests.',
  },
  {
    selector: 'MemberExpression[object.name="jest"][property.name=/^(mock|unstable_mockModule|doMock)$/]',
    message: 'No module mocks: inject instead.',
  },
];

const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40 }],
  complexity: ['error', { max: 10, variant: 'modified' }],
  'max-depth': ['error', 3],
};
const product = [...tooManyParameters, clockOnly, clockNow, environmentOnly, namedErrors, noForwardRef];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.sanshe/', 'apps/web/dist/', 'apps/web/src/api/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...product],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest wires modules, guards and DTOs through classes that may be empty or hold only decorators.
      '@typescript-eslint/no-extraneous-class': 'off',
      // Handlers keep the promise of their interface even where one of them has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['libs/platform/src/config/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...product.filter((rule) => rule !== environmentOnly)],
    },
  },
  {
    files: ['libs/platform/src/clock/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...product.filter((rule) => rule !== clockOnly && rule !== clockNow)],
    },
  },
  {
    // In the pure floor a throw is a defect; expected failure is a value.
    files: PURE,
    rules: {
      'no-restricted-syntax': ['error', ...product.filter((rule) => rule !== namedErrors), noRandom],
      'no-restricted-globals': [
        'error',
        'process',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'performance',
        'fetch',
      ],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'The pure floor has no I/O.' }] }],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: {
      // A component is one function whose markup is not nested logic.
      'max-lines-per-function': ['error', { max: 120 }],
      complexity: ['error', { max: 15, variant: 'modified' }],
      'no-restricted-syntax': ['error', ...tooManyParameters],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearTimeout: 'readonly',
        AbortController: 'readonly',
        URL: 'readonly',
        AbortSignal: 'readonly',
        fetch: 'readonly',
        globalThis: 'readonly',
        module: 'writable',
        require: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { ...sizes, eqeqeq: 'error', 'no-restricted-syntax': ['error', ...tooManyParameters] },
  },
  {
    files: SPECS,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...tooManyParameters, ...noSwitchedOffTests],
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Rows and answers are read as they come; a wrong shape fails the test by itself.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
