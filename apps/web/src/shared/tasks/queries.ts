import type {
  ConclusionDetailView,
  ListOf,
  TaskAssigneeView,
  TaskDetailView,
  TaskGiverView,
  TaskWeekView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import type { TaskSubject } from './subject';

const TASKS_KEY = ['tasks'] as const;
/** What a leader's page asks: it is fetched anew once the sheet is closed, for what was given may be gone from it then. */
export const DIGEST_KEY = ['digest'] as const;
const CONCLUSIONS_KEY = ['conclusions'] as const;

/** What is fetched anew once something was done to a task. */
export const TASKS_STALE = [TASKS_KEY, CONCLUSIONS_KEY];

/** A task with its history. */
export const taskQuery = (id: string) =>
  getQuery<TaskDetailView>([...TASKS_KEY, 'one', id], `/api/tasks/${id}`);

/** What became of the tasks of the week that closed last. */
export const taskWeekQuery = getQuery<TaskWeekView>([...TASKS_KEY, 'week'], '/api/tasks/summary');

/** Who may be named as having decided. */
export const taskGiversQuery = getQuery<TaskGiverView[]>([...TASKS_KEY, 'givers'], '/api/tasks/givers');

/** Offices to which tasks may be given; the one that answers for the blocker, or the project, first. */
export const taskAssigneesQuery = ({
  projectId,
  blockerId,
}: Pick<TaskSubject, 'projectId' | 'blockerId'> = {}) =>
  getQuery<ListOf<TaskAssigneeView>>(
    [...TASKS_KEY, 'assignees', projectId ?? '', blockerId ?? ''],
    '/api/tasks/assignees',
    { projectId, blockerId, limit: 500 },
  );

/** A conclusion with its tasks. */
export const conclusionQuery = (id: string) =>
  getQuery<ConclusionDetailView>([...CONCLUSIONS_KEY, id], `/api/conclusions/${id}`);
