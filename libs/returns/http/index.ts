import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '../returns.module';
import { OfficeProfilesController, VocabularyController } from './vocabulary-and-profiles.controller';
import { ReturnAnswersController } from './return-answers.controller';
import { ReturnReviewController, ReturnStepsController } from './return-steps.controller';
import { ReturnEventsController, ReturnsController } from './returns.controller';
import { ReturnUploadsController } from './uploads.controller';

/** The API of returns, and of the words by which they are read. */
@Module({
  imports: [ProjectsModule, ReturnsModule],
  controllers: [
    ReturnUploadsController,
    ReturnsController,
    ReturnAnswersController,
    ReturnReviewController,
    ReturnStepsController,
    ReturnEventsController,
    OfficeProfilesController,
    VocabularyController,
  ],
})
export class ReturnsHttpModule {}
