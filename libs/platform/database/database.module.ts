import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import {
  type ColumnOptions,
  DataSource,
  type DataSourceOptions,
  getMetadataArgsStorage,
  type ValueTransformer,
} from 'typeorm';
import { types } from 'pg';
import { type Dong, parseDong } from '@thongvon/kernel';
import { MIGRATIONS } from './migrations';

/**
 * Gives every module the one connected `DataSource`, with all entities that the process has loaded. (Not by
 * @nestjs/typeorm, which takes two data sources in one process, as in `npm start`, for a mistake and says so.)
 */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static with(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DataSource, useFactory: () => connect(url) }],
      exports: [DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

function connect(url: string): Promise<DataSource> {
  return new DataSource({ ...dataSourceOptions(url), entities: loadedEntities() }).initialize();
}

/** The entity classes of every context that this process has imported. */
export function loadedEntities(): (new () => unknown)[] {
  return getMetadataArgsStorage().tables.flatMap(({ target }) =>
    typeof target === 'function' ? [target as new () => unknown] : [],
  );
}

/** How every process of the system talks to PostgreSQL. Migrations are run by `migrate`, never by a connecting process. */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  keepDatesPlain();
  return {
    type: 'postgres',
    url,
    applicationName: 'thongvon',
    poolSize,
    synchronize: false,
    migrationsRun: false,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
  };
}

/** A `date` stays `YYYY-MM-DD`; pg would make a local midnight of it and move it a day in another zone. */
export function keepDatesPlain(): void {
  types.setTypeParser(types.builtins.DATE, (text: string) => text);
}

const dong: ValueTransformer = {
  to: (value: Dong | null | undefined) => (typeof value === 'bigint' ? value.toString() : value),
  from: (value: string | null) => (value === null ? null : parseDong(value)),
};

/** A column of whole đồng: `numeric(20,0)`, `bigint` in code. */
export const DONG_COLUMN = {
  type: 'numeric',
  precision: 20,
  scale: 0,
  transformer: dong,
} satisfies ColumnOptions;
