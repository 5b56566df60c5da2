export { ActOnTask, NumberConclusion, type TaskAction } from './application/act-on-task';
export { GiveTasks, type GivenTasks, type WantedConclusion, type WantedTask } from './application/give-tasks';
export * from './application/tasks-as-known';
export * from './application/tasks-due';
export * from './application/view-tasks';
<<<<<<< HEAD
export {
  countTasks,
  standingOf,
  type TaskCounts,
  taskDaysOverdue,
  type TaskEvent,
} from './domain/task-state';
export { countsInWords } from './domain/words';
=======
export { countTasks, pressingOn, type TaskCounts, taskDaysOverdue } from './domain/task-state';
export { countsInWords, STATE_WORDS } from './domain/words';
>>>>>>> 0e78391a (My work: tasks stand with the one whose turn it is, for the office and for who gave them; counted in the navigation by the definition of their list)
export * from './tasks.module';
