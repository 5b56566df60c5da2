import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit/audit';
import { ConfigModule, Environment } from './config/environment';
import { type Commits, DatabaseModule } from './database/database.module';
import { Notifications } from './events/notifications';
import { DeliverMail, MailSettings } from './mail/deliver-mail';
import { Mails, RetryMail, ViewMails } from './mail/mails';
import { MAIL_TRANSPORT, mailTransport } from './mail/mail-transport';
import { Outbox, Relay, RelaySettings } from './outbox/outbox';
import { QueueBackend } from './queue/backend';
import { DiscardFailedWork, ListFailedWork, QueueFailures, RetryFailedWork } from './queue/failed-work';
import { HandlesJob, JobHandlers } from './queue/jobs';
import { registry } from './registry/registry';
import { ClockModule, type SystemClock } from './time/system-clock';
import { DueWork, EveryMinute } from './time/due-work';
import { Mail, MailAttempt } from './persistence/entities/mail';
import { IdempotentReply, WorkIntent } from './persistence/entities/work';

const ENTITIES = [IdempotentReply, Mail, MailAttempt, WorkIntent];

/** The glue that every process needs: settings, clock, database, outbox, queues, notifications, audit. */
@Module({})
export class PlatformModule {
  static with(environment: Environment, clock: SystemClock, commits?: Commits): DynamicModule {
    if (!environment.DATABASE_URL) throw new Error('DATABASE_URL is missing');
    const services = [
      Audit,
      DeliverMail,
      DiscardFailedWork,
      ListFailedWork,
      Mails,
      MailSettings,
      Notifications,
      Outbox,
      QueueFailures,
      Relay,
      RelaySettings,
      RetryFailedWork,
      RetryMail,
      ViewMails,
      { provide: MAIL_TRANSPORT, useValue: mailTransport(environment) },
      registry(DueWork, EveryMinute),
      registry(JobHandlers, HandlesJob),
      { provide: QueueBackend, useFactory: () => new QueueBackend(environment) },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.with(environment),
        ClockModule.with(clock),
        DatabaseModule.with(environment.DATABASE_URL, environment.DATABASE_READER_URL, commits),
        DiscoveryModule,
        TypeOrmModule.forFeature(ENTITIES),
      ],
      providers: services,
      exports: [...services, DiscoveryModule, TypeOrmModule],
    };
  }
}
