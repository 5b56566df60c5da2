import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks.module';
import { ConclusionsController } from './conclusions.controller';
import { TaskActsController } from './task-acts.controller';
import { TasksController } from './tasks.controller';

/** The API of tasks. */
@Module({
  imports: [TasksModule],
  controllers: [TasksController, TaskActsController, ConclusionsController],
})
export class TasksHttpModule {}
