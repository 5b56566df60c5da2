import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { HealthController } from './health/health.controller';

@Module({ controllers: [HealthController] })
class HealthModule {}

/** The features that the API offers, one module each. */
const FEATURES: readonly Type[] = [HealthModule];

/** The API process: the platform and every feature. */
@Module({})
export class ApiModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(environment, clock), ...FEATURES] };
  }
}
