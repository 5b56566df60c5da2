import type { DataSourceOptions } from 'typeorm';
import { keepDatesPlain } from './column-types';
import { MIGRATIONS } from './migrations';

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
