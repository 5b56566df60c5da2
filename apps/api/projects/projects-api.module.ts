import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { ParticipantsController } from './participants.controller';
import { ProjectsController } from './projects.controller';

@Module({ imports: [ProjectsModule], controllers: [ProjectsController, ParticipantsController] })
export class ProjectsApiModule {}
