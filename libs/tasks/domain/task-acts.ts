import { type Role, TASK_ACTS, type TaskAct } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { canFollow, sideOf, type TaskStanding } from './task-state';

/** The two offices of a task. */
export interface TaskOffices {
  /** Which gave it. */
  readonly giverId: string;
  /** Whose it is. */
  readonly organizationId: string;
}

/** Who decides: they give tasks in their own name, and may be named by who enters for them. */
export const DECIDING_ROLES = ['leader', 'finance-head'] as const satisfies readonly Role[];
/** Who gives: the finance officer enters for one of the same office who decides. */
export const GIVING_ROLES = [...DECIDING_ROLES, 'finance-officer'] as const;
/** Who answers for an office to which a task was given. */
export const ANSWERING_ROLES = ['reporter', ...GIVING_ROLES] as const;

const has = (roles: readonly Role[], { role }: Pick<Actor, 'role'>): boolean => roles.includes(role);

/** Whether somebody stands on the giver's side: of the office itself, or who decides in one above it. */
export function isOnGiversSide(actor: Actor, { giverId }: Pick<TaskOffices, 'giverId'>): boolean {
  if (actor.organizationId === giverId) return has(GIVING_ROLES, actor);
  return has(DECIDING_ROLES, actor) && actor.scope.includes(giverId);
}

/** Whether somebody answers for the office whose task it is. */
export function isOnOfficesSide(
  actor: Actor,
  { organizationId }: Pick<TaskOffices, 'organizationId'>,
): boolean {
  return actor.organizationId === organizationId && has(ANSWERING_ROLES, actor);
}

/** Whether the actor is on the side that does it. Who reported leaves it to another to confirm (four eyes). */
export function isTheirs(
  actor: Actor,
  task: TaskOffices & Pick<TaskStanding, 'reportedBy'>,
  act: TaskAct,
): boolean {
  if (sideOf(act) === 'office') return isOnOfficesSide(actor, task);
  return isOnGiversSide(actor, task) && !(act === 'confirmed' && task.reportedBy === actor.userId);
}

/** What the actor may do to the task now. */
export function actsOf(
  actor: Actor,
  task: TaskOffices & Pick<TaskStanding, 'state' | 'proposedDue' | 'reportedBy'>,
): TaskAct[] {
  return TASK_ACTS.filter((act) => canFollow(task, act) && isTheirs(actor, task, act));
}
