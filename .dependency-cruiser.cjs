// The walls of the house (docs/adr/0001-module-boundaries.md). `npm run boundaries` checks them on the real tree;
// test/architecture/boundaries.spec.ts proves that each rule can fail.

/** Base libs, and which other libs of ours each may import. */
const BASE_LIBS = {
  kernel: [],
  'api-contract': ['kernel'],
  'workbook-io': ['kernel'],
  'return-reader': ['kernel', 'workbook-io'],
  platform: ['kernel', 'api-contract'],
  'local-postgres': [],
};

/** What every context may import besides other contexts. `local-postgres` is absent: only those who start one may. */
const BASE_FOR_CONTEXTS = ['kernel', 'api-contract', 'workbook-io', 'return-reader', 'platform'];

/** Packages a lib may use although its code is pure: they only describe classes, they do nothing by themselves. */
const DESCRIBING_PACKAGES = ['class-validator', 'class-transformer', '@nestjs/swagger'];

const either = (names) => `(?:${names.join('|')})`;
const inLibs = (names) => `^libs/${either(names)}/`;

const CONTEXT = `^libs/(?!${either(Object.keys(BASE_LIBS))}/)[^/]+/`;
const DOMAIN = `${CONTEXT}domain/`;
const PURE = `^libs/(?:kernel|return-reader|workbook-io/formulas)/|${DOMAIN}`;
const TEST_CODE = String.raw`^test/|\.spec\.tsx?$|^libs/[^/]+/testing/`;
/** What a lib offers: to everybody, and (its controllers) to the API. */
const OUR_INDEX = String.raw`^libs/[^/]+/(?:http/)?index\.ts$`;
const HTTP = '^libs/[^/]+/http/';

const baseLibRules = Object.entries(BASE_LIBS).map(([lib, allowed]) => ({
  name: `${lib}-keeps-to-its-floor`,
  comment: `libs/${lib} may import of our libs only: ${allowed.join(', ') || 'none'}.`,
  severity: 'error',
  from: { path: inLibs([lib]) },
  to: { path: '^libs/', pathNot: inLibs([lib, ...allowed]) },
}));

/** Within a context: which rooms a room may not look into. Reads downwards: http, jobs → application → persistence → domain. */
const ROOMS = {
  domain: ['application', 'persistence', 'jobs', 'http'],
  persistence: ['application', 'jobs', 'http'],
  application: ['jobs', 'http'],
  jobs: ['http'],
  http: ['persistence', 'jobs'],
};

const roomRules = Object.entries(ROOMS).map(([room, hidden]) => ({
  name: `${room}-looks-downwards`,
  comment: `${room}/ of a context imports nothing from ${hidden.join(', ')}/.`,
  severity: 'error',
  from: { path: `${CONTEXT}${room}/`, pathNot: TEST_CODE },
  to: { path: `${CONTEXT}${either(hidden)}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'everything-resolves',
      comment: 'An import that cannot be found would slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycles-between-libs',
      comment: 'Two libs may not need each other, not even through different files.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^libs/[^/]+$' },
      to: { circular: true, path: '^libs/[^/]+$' },
    },
    {
      name: 'no-orphans',
      comment:
        'A file that nothing imports and that imports nothing is dead, unless it is a test or something started.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(?:apps|libs)/',
        pathNot: [TEST_CODE, String.raw`\.d\.ts$`, '^apps/[^/]+/[^/]+$', 'thread-entry'],
      },
      to: {},
    },
    ...baseLibRules,
    {
      name: 'contexts-stand-on-base-libs',
      comment: 'A context imports base libs and other contexts, but never starts a database of its own.',
      severity: 'error',
      from: { path: CONTEXT, pathNot: TEST_CODE },
      to: { path: inLibs(Object.keys(BASE_LIBS)), pathNot: inLibs(BASE_FOR_CONTEXTS) },
    },
    {
      name: 'returns-knows-no-other-context',
      comment:
        'A kind of return registers itself with `returns`; `returns` itself knows only who sends (organizations). What it shows names whose projects are touched.',
      severity: 'error',
      from: { path: '^libs/returns/', pathNot: '^libs/returns/http/' },
      to: { path: CONTEXT, pathNot: inLibs(['returns', 'organizations']) },
    },
    {
      name: 'http-is-for-the-api',
      comment:
        'Controllers are composed by apps/api; http/ of one context may use that of another. A worker knows nothing of them.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/', pathNot: ['^apps/api/', HTTP, TEST_CODE] },
      to: { path: HTTP },
    },
    {
      name: 'libs-only-through-index',
      comment: 'What a lib offers to others is its index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', OUR_INDEX] },
    },
    {
      name: 'apps-and-tests-only-through-index',
      comment: 'What a lib offers to apps and tests is its index.ts.',
      severity: 'error',
      from: { path: '^(?:apps|test)/' },
      to: { path: '^libs/', pathNot: OUR_INDEX },
    },
    {
      name: 'other-libs-by-name',
      comment:
        'Another lib is imported as @thongvon/<lib>, so that moving a file changes nothing for others.',
      severity: 'error',
      from: { path: '^(?:libs/([^/]+)|apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
    },
    ...roomRules,
    {
      name: 'domain-knows-no-glue',
      comment: 'domain/ is rules and types: no configuration, database or queue.',
      severity: 'error',
      from: { path: DOMAIN, pathNot: TEST_CODE },
      to: { path: inLibs(['platform']) },
    },
    {
      name: 'pure-code-does-no-io',
      comment:
        'kernel, contracts, reading, formulas and domain/ touch neither files nor network nor threads.',
      severity: 'error',
      from: { path: `${PURE}|^libs/api-contract/`, pathNot: TEST_CODE },
      to: { dependencyTypes: ['core'], pathNot: '^(?:node:)?(?:path|url|util|crypto|buffer)$' },
    },
    {
      name: 'pure-code-uses-no-packages',
      comment: 'kernel, reading, formulas and domain/ are our own code only (no typeorm, no pg, no @nestjs).',
      severity: 'error',
      from: { path: PURE, pathNot: TEST_CODE },
      to: { path: 'node_modules/' },
    },
    {
      name: 'api-contract-only-describe',
      comment: 'contracts are classes with decorators of class-validator, class-transformer and swagger.',
      severity: 'error',
      from: { path: '^libs/api-contract/', pathNot: TEST_CODE },
      to: { path: 'node_modules/', pathNot: `node_modules/${either(DESCRIBING_PACKAGES)}/` },
    },
    {
      name: 'libs-import-no-app',
      comment: 'Apps compose libs, never the other way round.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'Only standalone puts other apps (api and worker) into its process.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/(?:api|worker)/'] },
    },
    {
      name: 'api-and-worker-stand-apart',
      comment: 'Only standalone puts api and worker into its process.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/(?:api|worker)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'only-standalone-starts-a-database',
      comment: 'local-postgres is for a machine that has no PostgreSQL: apps/standalone and the tests.',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['^apps/standalone/', TEST_CODE] },
      to: { path: '^libs/local-postgres/' },
    },
    {
      name: 'web-knows-only-api-contract',
      comment:
        'The browser knows the public contract and nothing behind it, and the pure kernel, so that an amount or a date ' +
        'is written by one rule everywhere.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/(?:api-contract|kernel)/' },
    },
    {
      name: 'web-takes-only-types-of-api-contract',
      comment: 'class-validator and Nest must not reach the browser: `import type` only.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/api-contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-code-in-products',
      comment: 'What ships imports no spec, no test/ and no testing/ folder.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/', pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: 'no-dev-packages-in-products',
      comment:
        'An image has no devDependencies. The web is exempt: its packages are bundled when it is built.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/', pathNot: [TEST_CODE, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-packages-in-the-web',
      comment: 'Test tools are no part of what the browser loads.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: TEST_CODE },
      to: { path: 'node_modules/(?:@jest|jest[^/]*|fast-check|supertest|playwright-core|axe-core)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|coverage)/|^apps/web/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types bind just as much as imports of code.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
