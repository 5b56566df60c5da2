import type { EntityManager } from 'typeorm';
import { TASK_WAITS, type TaskEventType, type TaskWait, type WaitingFilter } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { sidesOf } from '../domain/task-waits';

/** What waits for people of an office. */
export interface WaitingTasks {
  readonly toAnswer: number;
  readonly overdue: number;
  readonly toConfirm: number;
  readonly refused: number;
  readonly dueProposed: number;
  readonly total: number;
}

/** SQL, of table `task_position s`: past its day and still with the office; the same rule as the domain's `isTaskOverdue`. `day` is a placeholder. */
export const OVERDUE = (day: string): string =>
  `(s.state IN ('assigned', 'accepted') AND s.due < ${day}::date)`;

/** SQL, of tables `task t` and `task_position s`: what waits for the actor; the same rule as the domain's `waitsFor`. */
const WAITS: Readonly<Record<TaskWait, (where: Conditions, actor: Actor) => string>> = {
  answer: (where, actor) => `(${ownTask(where, actor)} AND s.state IN ('assigned', 'accepted'))`,
  confirm: (where, actor) =>
    `(${givenTask(where, actor)} AND s.state = 'reported' AND s.reported_by <> ${where.parameter(actor.userId)})`,
  refused: (where, actor) => `(${givenTask(where, actor)} AND s.state = 'refused')`,
  'due-proposed': (where, actor) =>
    `(${givenTask(where, actor)} AND s.state IN ('assigned', 'accepted') AND s.proposed_due IS NOT NULL)`,
};

function ownTask(where: Conditions, actor: Actor): string {
  return `${sidesOf(actor).answers} AND t.organization_id = ${where.parameter(actor.organizationId)}`;
}

function givenTask(where: Conditions, actor: Actor): string {
  return `${sidesOf(actor).gives} AND t.giver_id = ${where.parameter(actor.organizationId)}`;
}

const anyOf = (where: Conditions, actor: Actor, waits: readonly TaskWait[] = TASK_WAITS): string =>
  `(${waits.map((wait) => WAITS[wait](where, actor)).join(' OR ')})`;

/** Keeps the tasks that wait for the actor. */
export function whichWait(where: Conditions, actor: Actor, waiting: WaitingFilter): void {
  where.also(anyOf(where, actor, waiting === 'any' ? TASK_WAITS : [waiting]));
}

/** How much waits for the actor: on the office's side, and on the giver's where the actor is on it. */
export async function waitingTasks(
  manager: EntityManager,
  actor: Actor,
  day: PlainDate,
): Promise<WaitingTasks> {
  const where = new Conditions();
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})::integer`;
  const answer = WAITS.answer(where, actor);
  const of = (wait: TaskWait): string => count(WAITS[wait](where, actor));
  const [counted] = await manager.query<WaitingTasks[]>(
    `SELECT ${count(answer)} AS "toAnswer", ${count(`${answer} AND ${OVERDUE(where.parameter(day))}`)} AS overdue,
       ${of('confirm')} AS "toConfirm", ${of('refused')} AS refused, ${of('due-proposed')} AS "dueProposed", count(*)::integer AS total
     FROM tasks.task t JOIN tasks.task_position s ON s.task_id = t.id
     WHERE s.ended_at IS NULL AND ${anyOf(where, actor)}`,
    [...where.parameters],
  );
  if (!counted) throw new Error('a count has one row');
  return counted;
}

/** What was said last that a task waits for: how it was given or came back, the report, the refusal, the date asked for. */
export interface SaidOfTask {
  readonly type: TaskEventType;
  readonly at: string;
  readonly text: string | null;
  readonly by: { readonly name: string; readonly office: string };
}

/** SQL, of tables `task t` and `task_position s`: that entry of its history, as JSON, for people of an office. */
export const saidFor = (office: string): string => `(
  SELECT json_build_object('type', e.type, 'at', e.recorded_at, 'text', e.text,
    'by', json_build_object('name', u.name, 'office', uo.name))
  FROM tasks.task_event e JOIN organizations.user_ref u ON u.id = e.actor_id
    JOIN organizations.organization_ref uo ON uo.id = u.organization_id
  WHERE e.task_id = t.id AND CASE
    WHEN s.state IN ('reported', 'refused') THEN e.type = s.state
    WHEN s.proposed_due IS NOT NULL AND t.organization_id <> ${office} THEN e.type = 'due-proposed'
    ELSE e.type IN ('given', 'given-again', 'sent-back') END
  ORDER BY e.nth DESC LIMIT 1
)`;
