/** Where a task comes from: a notice of conclusion, a written directive, or a decision made on a page. */
export const CONCLUSION_KINDS = ['conclusion', 'directive', 'page'] as const;
export type ConclusionKind = (typeof CONCLUSION_KINDS)[number];

/** How far a task is. Overdue is no state: it is reckoned for a day. */
export const TASK_STATES = ['assigned', 'accepted', 'reported', 'confirmed', 'refused', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What people do to a task that was given. */
export const TASK_ACTS = [
  'accepted',
  'reported',
  'refused',
  'confirmed',
  'sent-back',
  'withdrawn',
  'given-again',
  'due-proposed',
  'due-moved',
  'due-declined',
] as const;
export type TaskAct = (typeof TASK_ACTS)[number];

/** What a task's history is made of. */
export const TASK_EVENT_TYPES = ['given', ...TASK_ACTS] as const;
export type TaskEventType = (typeof TASK_EVENT_TYPES)[number];

/** Whose tasks: those given to one's office, those that it gave, or all in sight. */
export const TASK_VIEWS = ['mine', 'given', 'all'] as const;
export type TaskListView = (typeof TASK_VIEWS)[number];

/** What a task waits for from one of its offices: an answer, a confirmation, a decision on what was refused or on another day. */
export const TASK_WAITS = ['answer', 'confirm', 'refused', 'due-proposed'] as const;
export type TaskWait = (typeof TASK_WAITS)[number];

/** Which of the tasks that wait for the caller. */
export const WAITING_FILTERS = ['any', ...TASK_WAITS] as const;
export type WaitingFilter = (typeof WAITING_FILTERS)[number];
