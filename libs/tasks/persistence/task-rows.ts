import type { EntityManager } from 'typeorm';
import type { ConclusionKind, TaskEventType } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Proof } from '@thongvon/land-clearance';
import type { TaskOffices } from '../domain/task-acts';
import type { TaskEvent, TaskStanding } from '../domain/task-state';
import { Conclusion, ConclusionNumber, TaskPosition } from './entities/task';

/** Where tasks come from, as it is entered. */
export interface NewConclusion {
  readonly id: string;
  readonly kind: ConclusionKind;
  readonly title: string | null;
  readonly dated: PlainDate;
  readonly giverId: string;
  readonly concludedBy: string;
  readonly enteredBy: string;
  readonly clientKey: string;
  readonly requestHash: string;
  readonly recordedAt: Date;
}

/** Appends it; a second one under the same key of the same person fails in the database (`conclusion_once`). */
export async function insertConclusion(manager: EntityManager, conclusion: NewConclusion): Promise<void> {
  await manager.insert(Conclusion, conclusion);
}

/** What was entered under this key; undefined: nothing. */
export async function conclusionUnder(
  manager: EntityManager,
  enteredBy: string,
  clientKey: string,
): Promise<Pick<Conclusion, 'id' | 'requestHash' | 'recordedAt'> | null> {
  return manager.findOneBy(Conclusion, { enteredBy, clientKey });
}

/** The number of a document, as it is entered. */
export interface NewNumber {
  readonly conclusionId: string;
  readonly giverId: string;
  readonly number: string;
  readonly numberKey: string;
  readonly dated: PlainDate;
  readonly actorId: string;
  readonly recordedAt: Date;
}

/** Appends it; false: a document of this number and date is entered already. It waits for who is entering one just now. */
export async function insertNumber(manager: EntityManager, number: NewNumber): Promise<boolean> {
  const { conclusionId, giverId, number: text, numberKey, dated, actorId, recordedAt } = number;
  const written = await manager.query<object[]>(
    `INSERT INTO tasks.conclusion_number (conclusion_id, giver_id, number, number_key, dated, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT conclusion_number_once DO NOTHING RETURNING conclusion_id`,
    [conclusionId, giverId, text, numberKey, dated, actorId, recordedAt],
  );
  return written.length > 0;
}

/** Of which conclusion the document of this number and date is; null: of none. */
export async function conclusionOfNumber(
  manager: EntityManager,
  { giverId, numberKey, dated }: Pick<NewNumber, 'giverId' | 'numberKey' | 'dated'>,
): Promise<string | null> {
  return (await manager.findOneBy(ConclusionNumber, { giverId, numberKey, dated }))?.conclusionId ?? null;
}

/** A task as it is given. */
export interface NewTask {
  readonly id: string;
  readonly place: number;
  readonly organizationId: string;
  readonly person: string | null;
  readonly projectId: string | null;
  readonly blockerId: string | null;
  readonly what: string;
  readonly searchKey: string;
  readonly due: PlainDate;
}

/** Appends the tasks of a conclusion with the event that gives them, and where they stand. */
export async function insertTasks(
  manager: EntityManager,
  { id, giverId, enteredBy, recordedAt }: NewConclusion,
  tasks: readonly NewTask[],
): Promise<void> {
  const rows = JSON.stringify(tasks);
  await manager.query(
    `INSERT INTO tasks.task (id, conclusion_id, place, giver_id, organization_id, person, project_id, blocker_id, what, search_key)
     SELECT id, $2, place, $3, "organizationId", person, "projectId", "blockerId", what, "searchKey"
     FROM jsonb_to_recordset($1) AS t (id uuid, place integer, "organizationId" uuid, person text, "projectId" uuid,
       "blockerId" uuid, what text, "searchKey" text)`,
    [rows, id, giverId],
  );
  await manager.query(
    `WITH given AS (
       INSERT INTO tasks.task_event (task_id, nth, type, actor_id, due, recorded_at)
       SELECT id, 1, 'given', $2, due, $3 FROM jsonb_to_recordset($1) AS t (id uuid, due date)
       RETURNING task_id, due, recorded_at
     )
     INSERT INTO tasks.task_position (task_id, state, due, first_due, due_moves, given_at)
     SELECT task_id, 'assigned', due, due, 0, recorded_at FROM given`,
    [rows, enteredBy, recordedAt],
  );
}

/** A task that somebody is about to act on. */
export interface LockedTask extends TaskOffices {
  readonly id: string;
  readonly projectId: string | null;
}

/** Those who act on the task wait for each other until the transaction ends. Undefined: there is none of this id. */
export async function lockTask(manager: EntityManager, id: string): Promise<LockedTask | undefined> {
  const [task] = await manager.query<LockedTask[]>(
    `SELECT id, giver_id AS "giverId", organization_id AS "organizationId", project_id AS "projectId"
     FROM tasks.task WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return task;
}

/** The history of a task, in the order in which it was written. */
export function eventsOf(manager: EntityManager, taskId: string): Promise<TaskEvent[]> {
  return manager.query<TaskEvent[]>(
    `SELECT type, recorded_at AS at, actor_id AS "actorId", text, due FROM tasks.task_event WHERE task_id = $1 ORDER BY nth`,
    [taskId],
  );
}

/** An entry of a task's history, as it is written. */
export interface NewEvent {
  readonly taskId: string;
  readonly nth: number;
  readonly type: TaskEventType;
  readonly actorId: string;
  readonly text: string | null;
  readonly due: PlainDate | null;
  readonly proof: Proof | null;
  readonly at: Date;
}

/** Appends it; its id, and when it counts as written (after the last frozen week). */
export async function insertEvent(
  manager: EntityManager,
  event: NewEvent,
): Promise<{ id: string; at: Date }> {
  const { taskId, nth, type, actorId, text, due, proof, at } = event;
  const [written] = await manager.query<{ id: string; at: Date }[]>(
    `INSERT INTO tasks.task_event (task_id, nth, type, actor_id, text, due, proof, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id, recorded_at AS at`,
    [taskId, nth, type, actorId, text, due, proof === null ? null : JSON.stringify(proof), at],
  );
  if (!written) throw new Error('nothing was written');
  return written;
}

/** Writes how the task stands, as derived from its events. */
export async function savePosition(
  manager: EntityManager,
  taskId: string,
  standing: TaskStanding,
): Promise<void> {
  await manager.update(TaskPosition, { taskId }, standing);
}
