import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects.module';
import { ParticipantsController, ProjectsController } from './projects.controller';

/** The API of the register. */
@Module({
  imports: [ProjectsModule],
  controllers: [ParticipantsController, ProjectsController],
})
export class ProjectsHttpModule {}
