import { AsyncLocalStorage } from 'node:async_hooks';
import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, TickingClock } from '@thongvon/kernel';

/**
 * The clock of a running system. `at` lets the demo loader receive and approve returns "with the times they would
 * have had" through the ordinary use cases.
 */
export class SystemClock implements Clock {
  private readonly ticking: TickingClock;
  private readonly fixed = new AsyncLocalStorage<Date>();

  constructor(start?: Date) {
    this.ticking = new TickingClock(start);
  }

  now(): Date {
    return this.fixed.getStore() ?? this.ticking.now();
  }

  realNow(): Date {
    return this.ticking.realNow();
  }

  /** Runs `work` with the business clock standing still at `instant`. */
  at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return this.fixed.run(instant, work);
  }
}

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
