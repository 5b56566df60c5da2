// What the compiler cannot see. Warnings are errors (`npm run lint`); docs/adr/0002-quality-gates.md says why each
// deviation from the strict presets is there.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noSumsInWeb } from './scripts/no-sums-in-web.mjs';

const HOUSE = { rules: { 'no-sums-in-web': noSumsInWeb } };
const TYPED = ['**/*.{ts,tsx,mts}'];
const TESTS = ['**/*.spec.{ts,tsx}', 'test/**', 'libs/*/testing/**'];
const TOOL_CONFIGS = ['**/*.config.{ts,mts,mjs,cjs}', '.dependency-cruiser.cjs'];

const noSyntax = {
  realTime: [
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Time is injected: take it from the Clock of @thongvon/kernel.',
    },
    {
      selector:
        "MemberExpression[object.name='Date'][property.name='now'], CallExpression[callee.name='Date']",
      message: 'Time is injected: take it from the Clock of @thongvon/kernel.',
    },
  ],
  synchronize: [
    {
      selector: "Property[key.name='synchronize'][value.value=true]",
      message: 'The schema changes by reviewed migrations only.',
    },
  ],
  copiedGroups: [
    {
      selector:
        "CallExpression[callee.property.name='set'] > ArrayExpression > SpreadElement CallExpression[callee.property.name='get']",
      message:
        'A group that is copied for each item costs their square: addTo or groupBy of @thongvon/kernel.',
    },
  ],
  nativeDate: [
    {
      selector: "JSXAttribute[name.name='type'][value.value='date']",
      message: 'It follows the browser’s language: use DateInput of apps/web/src/shared/form (ADR 0092).',
    },
  ],
};

/** Files of the web that may reckon with amounts, by the reason (ADR 0137). A new sum belongs into the API. */
const SUMS_IN_WEB = {
  'what is being typed, before anything is saved': [
    'features/returns/answers.ts',
    'shared/month-sums/month-sums.ts',
  ],
  'how long a bar is drawn: no number that is read': ['shared/drawing.ts'],
  'how a number is written, in hectares or kilometres': ['language/formats.ts'],
};

export default defineConfig(
  globalIgnores(['dist/', '**/dist/', 'coverage/', '.cache/', '.data/', 'test/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // boundaries tell imports of types from imports of code
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Nest: a module is a class of which only the decorator says anything
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Nest answers with plain objects where a DTO class describes them
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // a decorated property needs its type written down: Nest and class-transformer read it at run time
      '@typescript-eslint/no-inferrable-types': ['error', { ignoreProperties: true }],
      // `({ secret: _, ...rest })` is how a property is left out
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'] })) },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings come from parseEnvironment of @thongvon/platform.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...noSyntax.realTime,
        ...noSyntax.synchronize,
        ...noSyntax.copiedGroups,
      ],
    },
  },
  { files: ['libs/platform/config/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['apps/cli/**', 'apps/standalone/**'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/web/**'],
    languageOptions: { globals: globals.browser },
    plugins: { house: HOUSE },
    // The contracts' classes are only types here: what is spread is plain data.
    rules: {
      'house/no-sums-in-web': 'error',
      '@typescript-eslint/no-misused-spread': 'off',
      'no-restricted-syntax': [
        'error',
        ...noSyntax.realTime,
        ...noSyntax.synchronize,
        ...noSyntax.copiedGroups,
        ...noSyntax.nativeDate,
      ],
    },
  },
  {
    files: Object.values(SUMS_IN_WEB).flatMap((files) => files.map((file) => `apps/web/src/${file}`)),
    rules: { 'house/no-sums-in-web': 'off' },
  },
  {
    // The browser's calendar, opened next to a text that is typed.
    files: ['apps/web/src/shared/form/date-input.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...noSyntax.realTime,
        ...noSyntax.synchronize,
        ...noSyntax.copiedGroups,
      ],
    },
  },
  {
    files: ['libs/kernel/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noSyntax.synchronize, ...noSyntax.copiedGroups] },
  },
  {
    files: TESTS,
    plugins: { house: HOUSE },
    rules: {
      'house/no-sums-in-web': 'off',
      'max-lines': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...noSyntax.synchronize],
      // supertest's `response.body` is any, and expect() is what looks at it
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  // Jest calls the default export of its global set-up, and tools that of their configuration.
  { files: ['test/**/support/global-*.ts', ...TOOL_CONFIGS], rules: { 'no-restricted-exports': 'off' } },
);
