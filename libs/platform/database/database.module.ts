import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  getMetadataArgsStorage,
  QueryFailedError,
} from 'typeorm';
import { types } from 'pg';
import { acceptUnlistedTypes, PostgresNamingStrategy } from './columns';
import { PrimaryDataSource, ReadReplica } from './read-replica';

/**
 * Gives every module the one connected `DataSource`, with all entities that the process has loaded. (Not by
 * @nestjs/typeorm, which takes two data sources in one process, as in `npm start`, for a mistake and says so.)
 */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly replica: ReadReplica,
  ) {}

  /** `readerUrl`: a replica of the server at `url`, for `ReadReplica`. */
  static with(url: string, readerUrl?: string, commits: Commits = 'on-disk'): DynamicModule {
    const open = readerUrl === undefined ? undefined : () => connectReplica(readerUrl);
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => connect(url, undefined, commits) },
        {
          provide: ReadReplica,
          useFactory: (primary: DataSource) => new ReadReplica(primary, open),
          inject: [DataSource],
        },
      ],
      exports: [DataSource, ReadReplica],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.replica.close();
    await this.dataSource.destroy();
  }
}

/** A connected data source that knows the entities of every room that this process has imported. */
export function connect(url: string, poolSize?: number, commits?: Commits): Promise<DataSource> {
  return initialized(new PrimaryDataSource(withEntities(dataSourceOptions(url, poolSize, commits))));
}

/** How long a replica may take until it lets somebody in; the primary answers then. Milliseconds. */
const REPLICA_ANSWERS_WITHIN = 2000;

function connectReplica(url: string): Promise<DataSource> {
  const options = { ...dataSourceOptions(url), connectTimeoutMS: REPLICA_ANSWERS_WITHIN };
  return initialized(new DataSource(withEntities(options)));
}

function withEntities(options: DataSourceOptions): DataSourceOptions {
  return { ...options, entities: getMetadataArgsStorage().tables.map(({ target }) => target) };
}

function initialized(dataSource: DataSource): Promise<DataSource> {
  acceptUnlistedTypes(dataSource);
  return dataSource.initialize();
}

/**
 * Whether a commit waits until it is on disk. Where it doesn't, a server that loses its power may lose the last commits, in their order:
 * for what is done again then.
 */
export type Commits = 'on-disk' | 'soon-on-disk';

/** How every process of the system talks to PostgreSQL. Migrations are run by `migrate`, never by a connecting process. */
export function dataSourceOptions(
  url: string,
  poolSize = 10,
  commits: Commits = 'on-disk',
): DataSourceOptions {
  keepDatesPlain();
  return {
    type: 'postgres',
    url,
    applicationName: 'thongvon',
    poolSize,
    // Compiling a query costs more than our queries take, whatever the server's setting (as in libs/local-postgres).
    extra: { options: commits === 'on-disk' ? '-c jit=off' : '-c jit=off -c synchronous_commit=off' },
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: 'schema_migration',
    // Ids come from PostgreSQL's own gen_random_uuid(): no extension is installed for them.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    namingStrategy: new PostgresNamingStrategy(),
  };
}

/** A `date` stays `YYYY-MM-DD`; pg would make a local midnight of it and move it a day in another zone. */
export function keepDatesPlain(): void {
  types.setTypeParser(types.builtins.DATE, (text: string) => text);
}

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because `constraint` (a constraint or unique index) already holds such a row. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === UNIQUE_VIOLATION && cause.constraint === constraint;
}

/** Of so many rows or more the planner learns at once. */
const MANY = 1000;

/**
 * Tells the planner of `written` rows that this transaction has put into the tables. Autovacuum would tell it a minute
 * after the commit at best; until then it takes thousands of rows for a handful and compares each with each (20,000 rows:
 * minutes instead of a second). A table may be followed by the columns that queries choose by, in brackets: those that hold
 * amounts and cells take twice as long as all others and tell it nothing.
 */
export async function analyzeTables(
  manager: EntityManager,
  written: number,
  tables: readonly string[],
): Promise<void> {
  if (written >= MANY) await manager.query(`ANALYZE ${tables.join(', ')}`);
  else await analyzeUnknown(manager, written, tables);
}

/** Below this, a plan made for a handful of rows does no harm. */
const HANDFUL = 100;

/** How many rows of each table the planner is known to expect. */
const expectedBy = new WeakMap<DataSource, Map<string, number>>();

/**
 * The same, only of tables of which the planner expects less than half of what was written: those of a new installation. A kept plan that
 * was made for them empty would go through all rows for each.
 */
export async function analyzeUnknown(
  manager: EntityManager,
  written: number,
  tables: readonly string[],
): Promise<void> {
  const expected = expectedBy.get(manager.dataSource) ?? new Map<string, number>();
  expectedBy.set(manager.dataSource, expected);
  const isUnknown = (table: string): boolean => (expected.get(table) ?? 0) * 2 < written;
  if (written < HANDFUL || !tables.some(isUnknown)) return;
  const rows = await manager.query<{ name: string; expected: number }[]>(
    `SELECT name, (SELECT reltuples FROM pg_class WHERE oid = split_part(name, ' ', 1)::regclass) AS expected
     FROM unnest($1::text[]) name`,
    [tables],
  );
  for (const row of rows) expected.set(row.name, row.expected);
  const unknown = tables.filter(isUnknown);
  if (unknown.length > 0) await manager.query(`ANALYZE ${unknown.join(', ')}`);
}
