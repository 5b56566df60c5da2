export { ActOnTask, NumberConclusion, type TaskAction } from './application/act-on-task';
export { GiveTasks, type GivenTasks, type WantedConclusion, type WantedTask } from './application/give-tasks';
export * from './application/tasks-as-known';
export * from './application/tasks-due';
export * from './application/view-tasks';
export {
  countTasks,
  pressingOn,
  standingOf,
  type TaskCounts,
  taskDaysOverdue,
  type TaskEvent,
} from './domain/task-state';
export { waitsFor } from './domain/task-waits';
export { countsInWords, STATE_WORDS } from './domain/words';
export * from './tasks.module';
