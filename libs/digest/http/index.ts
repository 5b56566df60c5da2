import { Module } from '@nestjs/common';
import { DigestModule } from '../digest.module';
import {
  DigestLettersController,
  DigestRecipientsController,
  UnsubscriptionController,
  WeekDigestController,
} from './digest.controller';

export { UNSUBSCRIPTION_STYLE } from './digest.controller';

/** The API of the weekly letter. */
@Module({
  imports: [DigestModule],
  controllers: [
    DigestLettersController,
    DigestRecipientsController,
    WeekDigestController,
    UnsubscriptionController,
  ],
})
export class DigestHttpModule {}
