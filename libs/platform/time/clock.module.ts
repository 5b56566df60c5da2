import { Module, type DynamicModule } from '@nestjs/common';
import { SystemClock } from './system-clock';

/** Gives every module the one clock, by the class `SystemClock`. */
@Module({})
export class ClockModule {
  static with(clock: SystemClock): DynamicModule {
    return {
      module: ClockModule,
      global: true,
      providers: [{ provide: SystemClock, useValue: clock }],
      exports: [SystemClock],
    };
  }
}
