import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks.module';
import { ConclusionsController } from './conclusions.controller';
import { TaskActsController } from './task-acts.controller';
import { TaskFilesController } from './task-files.controller';
import { TasksController } from './tasks.controller';

/** The API of tasks. */
@Module({
  imports: [TasksModule],
  controllers: [TasksController, TaskActsController, TaskFilesController, ConclusionsController],
})
export class TasksHttpModule {}
