import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '../returns.module';
import { OfficeProfilesController, VocabularyController } from './vocabulary-and-profiles.controller';
import { ReturnReviewController, ReturnStepsController } from './return-steps.controller';
import { ReturnEventsController, ReturnsController } from './returns.controller';

/** The API of returns, and of the words by which they are read. */
@Module({
  imports: [ProjectsModule, ReturnsModule],
  controllers: [
    ReturnsController,
    ReturnReviewController,
    ReturnStepsController,
    ReturnEventsController,
    OfficeProfilesController,
    VocabularyController,
  ],
})
export class ReturnsHttpModule {}
