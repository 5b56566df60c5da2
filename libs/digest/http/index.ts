import { Module } from '@nestjs/common';
import { DigestModule } from '../digest.module';
import {
  DigestLettersController,
  DigestRecipientsController,
  WeekDigestController,
} from './digest.controller';
import { UnsubscriptionController } from './unsubscription.controller';

export { UNSUBSCRIPTION_STYLE } from './unsubscription.controller';

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
