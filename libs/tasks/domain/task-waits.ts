import type { TaskWait } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { ANSWERING_ROLES, GIVING_ROLES, type TaskOffices } from './task-acts';
import { isWithOffice, type TaskStanding } from './task-state';

/** On which sides of tasks somebody stands: for an office to which they are given, and for one that gives. */
export interface TaskSides {
  readonly answers: boolean;
  readonly gives: boolean;
}

/** The sides on which somebody of this role stands, in the own office. */
export function sidesOf({ role }: Pick<Actor, 'role'>): TaskSides {
  const has = (roles: readonly string[]): boolean => roles.includes(role);
  return { answers: has(ANSWERING_ROLES), gives: has(GIVING_ROLES) };
}

/**
 * What a task waits for from somebody of one of its two offices; null: nothing. Who gives tasks to the own office answers first.
 * `waitsSql` says the same in SQL.
 */
export function waitsFor(
  actor: Pick<Actor, 'role' | 'organizationId' | 'userId'>,
  task: TaskOffices & Pick<TaskStanding, 'state' | 'proposedDue' | 'reportedBy'>,
): TaskWait | null {
  const { answers, gives } = sidesOf(actor);
  const isWith = isWithOffice(task.state);
  if (answers && task.organizationId === actor.organizationId && isWith) return 'answer';
  if (!gives || task.giverId !== actor.organizationId) return null;
  if (task.state === 'reported') return task.reportedBy === actor.userId ? null : 'confirm';
  if (task.state === 'refused') return 'refused';
  return isWith && task.proposedDue !== null ? 'due-proposed' : null;
}
