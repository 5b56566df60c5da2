import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { OfficeProfilesController, VocabularyController } from './vocabulary.controller';
import { ReturnEventsController, ReturnsController } from './returns.controller';
import { ReturnStepsController } from './return-steps.controller';

@Module({
  imports: [ProjectsModule, ReturnsModule],
  controllers: [
    ReturnsController,
    ReturnStepsController,
    ReturnEventsController,
    OfficeProfilesController,
    VocabularyController,
  ],
})
export class ReturnsApiModule {}
