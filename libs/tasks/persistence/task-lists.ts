import type { EntityManager } from 'typeorm';
import type { ConclusionKind, TaskListView, TaskState, WaitingFilter } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Proof } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { TaskOffices } from '../domain/task-acts';
import type { TaskEvent, TaskStanding } from '../domain/task-state';
import { OVERDUE, saidFor, type SaidOfTask, whichWait } from './waiting-tasks';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What tasks come from, as one of them names it. */
export interface ConclusionRef {
  readonly id: string;
  readonly kind: ConclusionKind;
  readonly number: string | null;
  readonly dated: PlainDate;
  readonly title: string | null;
}

/** A task as it stands now, with the names of all that it is about. */
export interface TaskRow extends TaskOffices, TaskStanding {
  readonly id: string;
  readonly what: string;
  readonly person: string | null;
  readonly organization: Named;
  readonly giver: Named;
  readonly concludedBy: string;
  /** Null: who decided entered it. */
  readonly enteredBy: string | null;
  readonly conclusion: ConclusionRef;
  readonly project: (Named & { readonly code: string | null }) | null;
  readonly blockerId: string | null;
}

/** SQL of the number that stands of conclusion `c`, as `n`. */
export const NUMBERED = `LEFT JOIN LATERAL (
  SELECT number, dated FROM tasks.conclusion_number WHERE conclusion_id = c.id ORDER BY id DESC LIMIT 1
) n ON true`;

const CONCLUSION_COLUMNS = `'id', c.id, 'kind', c.kind, 'number', n.number, 'dated', coalesce(n.dated, c.dated), 'title', c.title`;

const FROM = `tasks.task t JOIN tasks.task_position s ON s.task_id = t.id
  JOIN tasks.conclusion c ON c.id = t.conclusion_id ${NUMBERED}
  JOIN organizations.organization_ref o ON o.id = t.organization_id
  JOIN organizations.organization_ref g ON g.id = t.giver_id
  JOIN organizations.user_ref concluding ON concluding.id = c.concluded_by
  JOIN organizations.user_ref entering ON entering.id = c.entered_by
  LEFT JOIN projects.project_ref p ON p.id = t.project_id`;

const COLUMNS = `t.id, t.what, t.person, t.giver_id AS "giverId", t.organization_id AS "organizationId", t.blocker_id AS "blockerId",
  s.state, s.due, s.first_due AS "firstDue", s.due_moves AS "dueMoves", s.proposed_due AS "proposedDue",
  s.proposed_reason AS "proposedReason", s.given_at AS "givenAt", s.accepted_at AS "acceptedAt", s.reported_at AS "reportedAt",
  s.reported_by AS "reportedBy", s.ended_at AS "endedAt", s.last_text AS "lastText",
  json_build_object('id', o.id, 'name', o.name) AS organization, json_build_object('id', g.id, 'name', g.name) AS giver,
  concluding.name AS "concludedBy", CASE WHEN c.entered_by <> c.concluded_by THEN entering.name END AS "enteredBy",
  json_build_object(${CONCLUSION_COLUMNS}) AS conclusion,
  CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'code', p.code, 'name', p.name) END AS project`;

/** SQL, of tables `task t` and `project_ref p`: the office that gave it, whose it is, and who holds its project see a task, and all above them. */
export const SEES = (ids: string): string =>
  `(t.giver_id = ANY(${ids}::uuid[]) OR t.organization_id = ANY(${ids}::uuid[])
    OR coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[]))`;

/** Which tasks are meant; what is left out narrows nothing. */
export interface TaskFilter {
  readonly view?: TaskListView;
  readonly state?: TaskState;
  readonly open?: boolean;
  readonly overdue?: boolean;
  /** Only what waits for who asks. */
  readonly waiting?: WaitingFilter;
  /** Only those given after an instant and by another. */
  readonly given?: { readonly from: Date; readonly through: Date };
  readonly organizationId?: string;
  readonly projectId?: string;
  readonly blockerId?: string;
  readonly conclusionId?: string;
  readonly q?: string;
}

/** The tasks that the actor sees and the filter keeps: those that have not ended first, then by date. */
export function taskList(actor: Actor, filter: TaskFilter, day: PlainDate): ListSource {
  return {
    columns: COLUMNS,
    from: FROM,
    where: conditionsOf(actor, filter, day),
    sort: [
      { sql: '(s.ended_at IS NOT NULL)::integer', type: 'integer' },
      { sql: 's.due', type: 'date' },
      { sql: 't.id', type: 'uuid' },
    ],
  };
}

/** A task that waits for somebody, with what was said last of what it waits for. */
export interface WaitingTaskRow extends TaskRow {
  readonly said: SaidOfTask;
}

/** The tasks that wait for the actor, by date. */
export function waitingList(actor: Actor, day: PlainDate): ListSource {
  const { columns, ...list } = taskList(actor, { waiting: 'any' }, day);
  return { ...list, columns: `${columns}, ${saidFor(list.where.parameter(actor.organizationId))} AS said` };
}

/** The tasks of a conclusion that the actor sees, in the order of the document. */
export function tasksOfConclusion(actor: Actor, conclusionId: string, day: PlainDate): ListSource {
  return {
    columns: COLUMNS,
    from: FROM,
    where: conditionsOf(actor, { conclusionId }, day),
    sort: [{ sql: 't.place', type: 'integer' }],
  };
}

function conditionsOf(actor: Actor, filter: TaskFilter, day: PlainDate): Conditions {
  const { view, state, open, overdue, waiting, given } = filter;
  const { organizationId, projectId, blockerId, conclusionId, q } = filter;
  const where = new Conditions()
    .and(SEES, actor.scope)
    .matchingAny(['t.search_key', 'p.name_key', 'o.name_key'], q);
  if (view === 'mine') where.and((id) => `t.organization_id = ${id}`, actor.organizationId);
  if (view === 'given') where.and((id) => `t.giver_id = ${id}`, actor.organizationId);
  if (state !== undefined) where.and((value) => `s.state = ${value}`, state);
  if (open === true) where.also('s.ended_at IS NULL');
  if (overdue === true) where.and(OVERDUE, day);
  if (given !== undefined)
    where
      .and((from) => `s.given_at > ${from}`, given.from)
      .and((through) => `s.given_at <= ${through}`, given.through);
  if (waiting !== undefined) whichWait(where, actor, waiting);
  if (organizationId !== undefined) where.and((id) => `t.organization_id = ${id}`, organizationId);
  if (projectId !== undefined) where.and((id) => `t.project_id = ${id}`, projectId);
  if (blockerId !== undefined) where.and((id) => `t.blocker_id = ${id}`, blockerId);
  if (conclusionId !== undefined) where.and((id) => `t.conclusion_id = ${id}`, conclusionId);
  return where;
}

/** One of them; undefined: the actor sees none of this id. */
export async function visibleTask(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<TaskRow | undefined> {
  const where = new Conditions().and(SEES, actor.scope).and((value) => `t.id = ${value}`, id);
  const [task] = await manager.query<TaskRow[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return task;
}

/** An entry of a task's history, with who did it. */
export interface TaskEventWithNames extends TaskEvent {
  readonly by: string;
  readonly office: string;
  readonly proof: Proof | null;
}

/** The whole history, oldest first. */
export function historyOf(manager: EntityManager, taskId: string): Promise<TaskEventWithNames[]> {
  return manager.query<TaskEventWithNames[]>(
    `SELECT e.type, e.recorded_at AS at, e.actor_id AS "actorId", e.text, e.due, e.proof, u.name AS by, o.name AS office
     FROM tasks.task_event e JOIN organizations.user_ref u ON u.id = e.actor_id
       JOIN organizations.organization_ref o ON o.id = u.organization_id
     WHERE e.task_id = $1 ORDER BY e.nth`,
    [taskId],
  );
}

/** Where tasks stand, for their counts. */
type Counted = Pick<TaskStanding, 'state' | 'due'>;

/** Of the tasks in the actor's sight: those given in a time, and those given before that had not ended by its end. */
export async function standingsOfWeek(
  manager: EntityManager,
  actor: Actor,
  { from, through }: { readonly from: Date; readonly through: Date },
): Promise<{ readonly given: Counted[]; readonly earlier: Counted[]; readonly everGiven: boolean }> {
  const where = new Conditions().and(SEES, actor.scope);
  const [start, end] = [where.parameter(from), where.parameter(through)];
  const rows = await manager.query<(Counted & { isEarlier: boolean | null })[]>(
    `SELECT s.state, s.due,
       CASE WHEN s.given_at > ${start} AND s.given_at <= ${end} THEN false
         WHEN s.given_at <= ${start} AND (s.ended_at IS NULL OR s.ended_at > ${end}) THEN true END AS "isEarlier"
     FROM tasks.task t JOIN tasks.task_position s ON s.task_id = t.id LEFT JOIN projects.project_ref p ON p.id = t.project_id
     WHERE ${where.sql}`,
    [...where.parameters],
  );
  const of = (which: boolean): Counted[] => rows.filter(({ isEarlier }) => isEarlier === which);
  return { given: of(false), earlier: of(true), everGiven: rows.length > 0 };
}
