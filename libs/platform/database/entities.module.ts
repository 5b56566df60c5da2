import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource, type ObjectLiteral } from 'typeorm';

type EntityClass = new () => ObjectLiteral;

/** Tells a room's module which entities it has, and gives it their repositories. */
@Module({})
export class EntitiesModule {
  static forFeature(entities: EntityClass[]): DynamicModule {
    const providers = entities.map((entity) => ({
      provide: `${entity.name}Repository`,
      useFactory: (dataSource: DataSource) => dataSource.getRepository(entity),
      inject: [DataSource],
    }));
    return { module: EntitiesModule, providers, exports: providers };
  }
}
