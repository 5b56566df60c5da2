import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { ActOnTask, NumberConclusion } from './application/act-on-task';
import { GiveTasks } from './application/give-tasks';
import { TaskFiles } from './application/task-files';
import { TaskMails } from './application/task-mails';
import { TasksAsKnown } from './application/tasks-as-known';
import { TasksDue } from './application/tasks-due';
import { ViewConclusions, ViewTasks } from './application/view-tasks';
import {
  Conclusion,
  ConclusionNumber,
  Task,
  TaskEventRow,
  TaskFile,
  TaskPosition,
} from './persistence/entities/task';

const USE_CASES = [
  ActOnTask,
  GiveTasks,
  NumberConclusion,
  TaskFiles,
  TasksAsKnown,
  TasksDue,
  ViewConclusions,
  ViewTasks,
];

/** What leaders decide and give to offices, and what becomes of it (ADR 0237). */
@Module({
  imports: [
    TypeOrmModule.forFeature([Conclusion, ConclusionNumber, Task, TaskEventRow, TaskFile, TaskPosition]),
    LandClearanceModule,
  ],
  providers: [...USE_CASES, TaskMails],
  exports: USE_CASES,
})
export class TasksModule {}
