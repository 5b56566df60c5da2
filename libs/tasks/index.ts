export { ActOnTask, NumberConclusion, type TaskAction } from './application/act-on-task';
export { GiveTasks, type GivenTasks, type WantedConclusion, type WantedTask } from './application/give-tasks';
export * from './application/tasks-as-known';
export * from './application/view-tasks';
export {
  countTasks,
  standingOf,
  type TaskCounts,
  taskDaysOverdue,
  type TaskEvent,
} from './domain/task-state';
export { countsInWords } from './domain/words';
export * from './tasks.module';
