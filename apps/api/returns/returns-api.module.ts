import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { OfficeProfilesController } from './office-profiles.controller';
import { ReturnEventsController } from './return-events.controller';
import { ReturnStepsController } from './return-steps.controller';
import { ReturnsController } from './returns.controller';

@Module({
  imports: [ProjectsModule, ReturnsModule],
  controllers: [ReturnsController, ReturnStepsController, ReturnEventsController, OfficeProfilesController],
})
export class ReturnsApiModule {}
