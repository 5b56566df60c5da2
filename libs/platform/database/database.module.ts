import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { dataSourceOptions } from './data-source';

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
