import { Module, type DynamicModule } from '@nestjs/common';
import { Audit } from './audit/audit';
import { ConfigModule } from './config/config.module';
import { Environment } from './config/environment';
import { DatabaseModule } from './database/database.module';
import { Notifications } from './events/notifications';
import { mailProviders } from './mail/mail.providers';
import { Outbox } from './outbox/outbox';
import { Relay } from './outbox/relay';
import { RelaySettings } from './outbox/relay-settings';
import { QueueBackend } from './queue/backend';
import { DiscardFailedWork } from './queue/failed-work/discard-failed-work';
import { ListFailedWork } from './queue/failed-work/list-failed-work';
import { QueueFailures } from './queue/failed-work/queue-failures';
import { RetryFailedWork } from './queue/failed-work/retry-failed-work';
import { JobHandlers } from './queue/job-handlers';
import { ClockModule } from './time/clock.module';
import { DueWork } from './time/due-work';
import type { SystemClock } from './time/system-clock';

/** The glue that every process needs: settings, clock, database, outbox, queues, notifications, audit. */
@Module({})
export class PlatformModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    if (!environment.DATABASE_URL) throw new Error('DATABASE_URL is missing');
    const services = [
      Audit,
      DiscardFailedWork,
      DueWork,
      JobHandlers,
      ListFailedWork,
      Notifications,
      Outbox,
      QueueFailures,
      Relay,
      RelaySettings,
      RetryFailedWork,
      ...mailProviders(environment),
      { provide: QueueBackend, useFactory: () => new QueueBackend(environment) },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.with(environment),
        ClockModule.with(clock),
        DatabaseModule.with(environment.DATABASE_URL),
      ],
      providers: services,
      exports: services,
    };
  }
}
