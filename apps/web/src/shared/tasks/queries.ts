import { queryOptions } from '@tanstack/react-query';
import type {
  ConclusionDetailView,
  ListOf,
  TaskAssigneeView,
  TaskDetailView,
  TaskGiverView,
  TaskWeekView,
  WaitingTasksView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';

const TASKS_KEY = ['tasks'] as const;
const CONCLUSIONS_KEY = ['conclusions'] as const;

/** What is fetched anew once something was done to a task. */
export const TASKS_STALE = [TASKS_KEY, CONCLUSIONS_KEY];

/** A task with its history. */
export const taskQuery = (id: string) =>
  getQuery<TaskDetailView>([...TASKS_KEY, 'one', id], `/api/tasks/${id}`);

/** What became of the tasks of the week that closed last. */
export const taskWeekQuery = getQuery<TaskWeekView>([...TASKS_KEY, 'week'], '/api/tasks/summary');

/** How much waits for the person. */
export const waitingTasksQuery = queryOptions({
  ...getQuery<WaitingTasksView>([...TASKS_KEY, 'waiting'], '/api/tasks/waiting'),
  staleTime: 60_000,
});

/** Who may be named as having decided. */
export const taskGiversQuery = getQuery<TaskGiverView[]>([...TASKS_KEY, 'givers'], '/api/tasks/givers');

/** Offices to which tasks may be given; the one that answers for the project first. */
export const taskAssigneesQuery = (projectId?: string) =>
  getQuery<ListOf<TaskAssigneeView>>([...TASKS_KEY, 'assignees', projectId ?? ''], '/api/tasks/assignees', {
    projectId,
    limit: 500,
  });

/** A conclusion with its tasks. */
export const conclusionQuery = (id: string) =>
  getQuery<ConclusionDetailView>([...CONCLUSIONS_KEY, id], `/api/conclusions/${id}`);
