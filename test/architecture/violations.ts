/** File by file: what stands in a tree of source files. */
export type Tree = Record<string, string>;

/** A change to the conforming tree, and the imports ("from → to") that the rule must then object to. */
interface Violation {
  readonly tree: Tree;
  readonly found: readonly string[];
  /** Other rules that such a change cannot help but break as well. */
  readonly also?: readonly string[];
}

/** The smallest house with every kind of room and every kind of import that design section 2 allows. */
export const CONFORMING_TREE: Tree = {
  'libs/kernel/index.ts': `export * from './dong';`,
  'libs/kernel/dong.ts': `export type Dong = bigint;`,
  'libs/api-contract/index.ts': `import type { Dong } from '@thongvon/kernel';
    import { IsString } from 'class-validator';
    import { ApiProperty } from '@nestjs/swagger';
    export class ProjectDto { amount: Dong; use = [IsString, ApiProperty]; }`,
  'libs/workbook-io/index.ts': `export * from './formulas/evaluate'; export * from './pool';`,
  'libs/workbook-io/formulas/evaluate.ts': `import type { Dong } from '@thongvon/kernel'; export type Value = Dong;`,
  'libs/workbook-io/pool.ts': `import { Worker } from 'node:worker_threads'; export const pool = Worker;`,
  'libs/return-reader/index.ts': `export * from './reader';`,
  'libs/return-reader/reader.ts': `import type { Dong } from '@thongvon/kernel';
    import { pool } from '@thongvon/workbook-io';
    import path from 'node:path';
    export const read = (x: Dong) => [pool, path, x];`,
  'libs/return-reader/reader.spec.ts': `import fc from 'fast-check'; import './reader'; import './testing/layouts'; export { fc };`,
  'libs/return-reader/testing/layouts.ts': `import fc from 'fast-check'; export { fc };`,
  'libs/platform/index.ts': `export * from './database';`,
  'libs/platform/database.ts': `import { DataSource } from 'typeorm'; import 'pg'; import '@thongvon/api-contract';
    export { DataSource };`,
  'libs/local-postgres/index.ts': `import { spawn } from 'node:child_process'; export { spawn };`,
  'libs/organizations/index.ts': `export * from './domain/organization';`,
  'libs/organizations/domain/organization.ts': `import type { Dong } from '@thongvon/kernel'; export type Organization = Dong;`,
  'libs/projects/index.ts': `export * from './application/find-project'; export * from './jobs/recount';`,
  'libs/projects/domain/project.ts': `import { read } from '@thongvon/return-reader';
    import type { Organization } from '@thongvon/organizations';
    export type Project = [Organization, typeof read];`,
  'libs/projects/domain/project.spec.ts': `import '../../../test/support/database'; import './project'; import '@thongvon/platform';`,
  'libs/projects/persistence/project.repository.ts': `import { Entity } from 'typeorm';
    import type { Project } from '../domain/project'; export type Stored = [Project, typeof Entity];`,
  'libs/projects/application/find-project.ts': `import { Injectable } from '@nestjs/common';
    import { DataSource } from '@thongvon/platform';
    import type { Project } from '../domain/project';
    import type { Stored } from '../persistence/project.repository';
    export const find = (): [Project?, Stored?] => [Injectable, DataSource] as never;`,
  'libs/projects/jobs/recount.ts': `import { find } from '../application/find-project'; export const recount = find;`,
  'libs/projects/projects.module.ts': `import { find } from './application/find-project'; export const use = find;`,
  'libs/projects/http/projects.controller.ts': `import { find } from '../application/find-project';
    import type { Project } from '../domain/project';
    import type { ProjectDto } from '@thongvon/api-contract'; import { Allow } from '@thongvon/platform/http';
    export const list = (): [ProjectDto?, Project?] => [find, Allow] as never;`,
  'libs/projects/http/index.ts': `import '../projects.module'; export { list } from './projects.controller';`,
  'libs/platform/http/index.ts': `export const Allow = 1;`,
  'libs/returns/index.ts': `export * from './application/receive';`,
  'libs/returns/application/receive.ts': `import type { Organization } from '@thongvon/organizations';
    import '@thongvon/return-reader'; import '@thongvon/workbook-io'; export const receive = (o: Organization) => o;`,
  'libs/returns/http/index.ts': `import '@thongvon/projects'; export {};`,
  'libs/capital/http/index.ts': `import '@thongvon/projects/http'; export {};`,
  'libs/capital/index.ts': `import '@thongvon/returns'; import '@thongvon/projects'; export {};`,
  'apps/api/main.ts': `import '@thongvon/projects'; import '@thongvon/projects/http'; import './filter'; export const start = 1;`,
  'apps/api/filter.ts': `export const filter = 1;`,
  'apps/worker/main.ts': `import '@thongvon/capital'; export const start = 1;`,
  'apps/standalone/main.ts': `import '../api/main'; import '../worker/main'; import '@thongvon/local-postgres';`,
  'apps/cli/check-return.ts': `import '@thongvon/return-reader';`,
  'apps/web/src/main.ts': `import type { ProjectDto } from '@thongvon/api-contract'; export type Shown = ProjectDto;`,
  'test/support/database.ts': `import '@thongvon/local-postgres'; import '@thongvon/platform';`,
  'test/e2e/api.spec.ts': `import supertest from 'supertest'; import '../../apps/api/filter'; import '../support/database'; export { supertest };`,
};

/** One more file with one import that must be objected to. */
const edge = (from: string, to: string, code: string, also: readonly string[] = []): Violation => ({
  tree: { [from]: code },
  found: [`${from} → ${to}`],
  also,
});

const KERNEL = 'libs/kernel/index.ts';

/** For each rule, an example that it must stop; where other rules object as well, they are named. */
export const VIOLATIONS: Record<string, Violation> = {
  'everything-resolves': edge('libs/projects/domain/area.ts', './nowhere', `import './nowhere';`),
  'no-cycles': {
    tree: {
      'libs/kernel/a.ts': `import { b } from './b'; export const a = b;`,
      'libs/kernel/b.ts': `import type { a } from './a'; export const b: typeof a = 1 as never;`,
    },
    found: ['libs/kernel/a.ts → libs/kernel/b.ts'],
  },
  // Through files that form no cycle themselves: disbursements already needs projects.
  'no-cycles-between-libs': {
    tree: { 'libs/projects/application/sum.ts': `import '@thongvon/capital';` },
    found: [
      'libs/capital → libs/projects',
      'libs/capital → libs/returns',
      'libs/projects → libs/capital',
      'libs/returns → libs/projects',
    ],
  },
  'no-orphans': {
    tree: { 'libs/kernel/forgotten.ts': 'export const forgotten = 1;' },
    found: ['libs/kernel/forgotten.ts → libs/kernel/forgotten.ts'],
  },

  'kernel-keeps-to-its-floor': edge(
    'libs/kernel/rate.ts',
    'libs/api-contract/index.ts',
    `import type { ProjectDto } from '@thongvon/api-contract'; export type Rate = ProjectDto;`,
    ['no-cycles-between-libs'],
  ),
  'api-contract-keeps-to-its-floor': edge(
    'libs/api-contract/reading.dto.ts',
    'libs/return-reader/index.ts',
    `import type { read } from '@thongvon/return-reader'; export type ReadingDto = typeof read;`,
  ),
  'workbook-io-keeps-to-its-floor': edge(
    'libs/workbook-io/open.ts',
    'libs/platform/index.ts',
    `import '@thongvon/platform';`,
  ),
  'return-reader-keeps-to-its-floor': edge(
    'libs/return-reader/known-projects.ts',
    'libs/projects/index.ts',
    `import '@thongvon/projects';`,
    ['no-cycles-between-libs'],
  ),
  'platform-keeps-to-its-floor': edge(
    'libs/platform/recount.ts',
    'libs/projects/index.ts',
    `import '@thongvon/projects';`,
    ['no-cycles-between-libs'],
  ),
  'local-postgres-keeps-to-its-floor': edge(
    'libs/local-postgres/wait.ts',
    KERNEL,
    `import '@thongvon/kernel';`,
  ),
  'contexts-stand-on-base-libs': edge(
    'libs/documents/persistence/own-database.ts',
    'libs/local-postgres/index.ts',
    `import '@thongvon/local-postgres';`,
  ),
  'returns-knows-no-other-context': edge(
    'libs/returns/application/approve.ts',
    'libs/projects/index.ts',
    `import '@thongvon/projects';`,
  ),
  'http-is-for-the-api': {
    tree: {
      'apps/worker/serve.ts': `import '@thongvon/projects/http';`,
      'libs/capital/application/answer.ts': `import '@thongvon/projects/http';`,
      'libs/projects/module.ts': `import './http/projects.controller';`,
    },
    found: [
      'apps/worker/serve.ts → libs/projects/http/index.ts',
      'libs/capital/application/answer.ts → libs/projects/http/index.ts',
      'libs/projects/module.ts → libs/projects/http/projects.controller.ts',
    ],
    also: ['application-looks-downwards'],
  },
  'libs-only-through-index': edge(
    'libs/capital/application/figures/sum.ts',
    'libs/projects/domain/project.ts',
    `import type { Project } from '../../../projects/domain/project'; export type P = Project;`,
    ['other-libs-by-name'],
  ),
  'apps-and-tests-only-through-index': edge(
    'apps/api/projects.controller.ts',
    'libs/projects/application/find-project.ts',
    `import '../../libs/projects/application/find-project';`,
    ['other-libs-by-name'],
  ),
  'other-libs-by-name': edge('libs/projects/domain/money.ts', KERNEL, `import '../../kernel/index';`),

  'domain-looks-downwards': edge(
    'libs/projects/domain/stored.ts',
    'libs/projects/persistence/project.repository.ts',
    `import type { Stored } from '../persistence/project.repository'; export type S = Stored;`,
  ),
  'persistence-looks-downwards': edge(
    'libs/projects/persistence/finder.ts',
    'libs/projects/application/find-project.ts',
    `import '../application/find-project';`,
  ),
  'application-looks-downwards': edge(
    'libs/projects/application/enqueue.ts',
    'libs/projects/jobs/recount.ts',
    `import '../jobs/recount';`,
  ),
  'jobs-looks-downwards': edge(
    'libs/projects/jobs/answer.ts',
    'libs/projects/http/index.ts',
    `import '../http';`,
    ['http-is-for-the-api'],
  ),
  'http-looks-downwards': {
    tree: {
      'libs/projects/http/rows.controller.ts': `import '../persistence/project.repository'; import '../jobs/recount';`,
    },
    found: [
      'libs/projects/http/rows.controller.ts → libs/projects/jobs/recount.ts',
      'libs/projects/http/rows.controller.ts → libs/projects/persistence/project.repository.ts',
    ],
  },
  'domain-knows-no-glue': edge(
    'libs/projects/domain/config.ts',
    'libs/platform/index.ts',
    `import type { DataSource } from '@thongvon/platform'; export type D = DataSource;`,
  ),
  'pure-code-does-no-io': {
    tree: {
      'libs/kernel/files.ts': `import 'node:fs';`,
      'libs/api-contract/files.ts': `import 'fs/promises';`,
      'libs/return-reader/files.ts': `import 'node:worker_threads';`,
      'libs/workbook-io/formulas/files.ts': `import 'node:net';`,
      'libs/projects/domain/files.ts': `import 'node:child_process';`,
    },
    found: [
      'libs/api-contract/files.ts → fs/promises',
      'libs/kernel/files.ts → fs',
      'libs/projects/domain/files.ts → child_process',
      'libs/return-reader/files.ts → worker_threads',
      'libs/workbook-io/formulas/files.ts → net',
    ],
  },
  'pure-code-uses-no-packages': {
    tree: {
      'libs/kernel/row.ts': `import 'typeorm';`,
      'libs/projects/domain/row.ts': `import { Entity } from 'typeorm'; export type Row = typeof Entity;`,
      'libs/projects/domain/service.ts': `import '@nestjs/common';`,
      'libs/return-reader/row.ts': `import 'pg';`,
      'libs/workbook-io/formulas/row.ts': `import 'pg';`,
    },
    found: [
      'libs/kernel/row.ts → node_modules/typeorm/index.js',
      'libs/projects/domain/row.ts → node_modules/typeorm/index.js',
      'libs/projects/domain/service.ts → node_modules/@nestjs/common/index.js',
      'libs/return-reader/row.ts → node_modules/pg/index.js',
      'libs/workbook-io/formulas/row.ts → node_modules/pg/index.js',
    ],
  },
  'api-contract-only-describe': edge(
    'libs/api-contract/entity.ts',
    'node_modules/typeorm/index.js',
    `import { Entity } from 'typeorm'; export const use = Entity;`,
  ),

  'libs-import-no-app': edge(
    'libs/projects/jobs/serve.ts',
    'apps/api/main.ts',
    `import '../../../apps/api/main';`,
  ),
  'apps-stand-apart': edge('apps/worker/cli.ts', 'apps/cli/check-return.ts', `import '../cli/check-return';`),
  'api-and-worker-stand-apart': edge(
    'apps/worker/filter.ts',
    'apps/api/filter.ts',
    `import '../api/filter';`,
  ),
  'only-standalone-starts-a-database': edge(
    'apps/api/database.ts',
    'libs/local-postgres/index.ts',
    `import '@thongvon/local-postgres';`,
  ),
  'web-knows-only-api-contract': edge(
    'apps/web/src/read.ts',
    'libs/return-reader/index.ts',
    `import type { read } from '@thongvon/return-reader'; export type Read = typeof read;`,
  ),
  'web-takes-only-types-of-api-contract': edge(
    'apps/web/src/dto.ts',
    'libs/api-contract/index.ts',
    `import { ProjectDto } from '@thongvon/api-contract'; export const dto = new ProjectDto();`,
  ),

  'no-test-code-in-products': {
    tree: {
      'apps/api/seed.ts': `import '../../test/support/database';`,
      'libs/return-reader/generate.ts': `import './testing/layouts';`,
    },
    found: [
      'apps/api/seed.ts → test/support/database.ts',
      'libs/return-reader/generate.ts → libs/return-reader/testing/layouts.ts',
    ],
  },
  'no-dev-packages-in-products': edge(
    'libs/projects/application/guess.ts',
    'node_modules/fast-check/index.js',
    `import 'fast-check';`,
  ),
  'no-test-packages-in-the-web': edge(
    'apps/web/src/try.ts',
    'node_modules/supertest/index.js',
    `import 'supertest';`,
  ),
};
