import { Module } from '@nestjs/common';
import { DigestModule } from '@thongvon/digest';
import { DigestLettersController } from './digest-letters.controller';
import { DigestRecipientsController } from './digest-recipients.controller';
import { UnsubscriptionController } from './unsubscription.controller';
import { WeekDigestController } from './week-digest.controller';

@Module({
  imports: [DigestModule],
  controllers: [
    DigestLettersController,
    DigestRecipientsController,
    UnsubscriptionController,
    WeekDigestController,
  ],
})
export class DigestApiModule {}
