import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertsModule } from '@thongvon/alerts';
import { OrganizationsModule } from '@thongvon/organizations';
import { SnapshotsModule } from '@thongvon/snapshots';
import { TasksModule } from '@thongvon/tasks';
import { ComposeLetter, GatherWeek } from './application/compose-letter';
import { DigestLinks, Unsubscribe } from './application/unsubscribe';
import { ListRecipients, Recipients, SetRecipient } from './application/recipients';
import { PreviewEdition, ViewDigest, ViewLetters } from './application/view-letters';
import { SendEdition } from './application/send-edition';
import { AskForLetters, SendDigestJob } from './jobs/digest-jobs';
import { DigestEdition, DigestRecipient, DigestSigningKey } from './persistence/entities/digest';

const ENTITIES = [DigestEdition, DigestRecipient, DigestSigningKey];

const USE_CASES = [ListRecipients, PreviewEdition, SetRecipient, Unsubscribe, ViewDigest, ViewLetters];

/** The weekly letter that leaders act on. Needs the PlatformModule. */
@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    AlertsModule,
    OrganizationsModule,
    SnapshotsModule,
    TasksModule,
  ],
  providers: [
    ...USE_CASES,
    ComposeLetter,
    AskForLetters,
    DigestLinks,
    GatherWeek,
    Recipients,
    SendDigestJob,
    SendEdition,
  ],
  exports: USE_CASES,
})
export class DigestModule {}
