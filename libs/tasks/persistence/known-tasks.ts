import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { TaskOffices } from '../domain/task-acts';
import type { TaskEvent } from '../domain/task-state';

/** A task with what was known of it at an instant. */
export interface KnownRow extends TaskOffices {
  readonly id: string;
  readonly what: string;
  readonly person: string | null;
  readonly organization: string;
  readonly projectId: string | null;
  readonly project: string | null;
  /** Given in the time asked for, not before. */
  readonly isOfWeek: boolean;
  readonly events: readonly TaskEvent[];
}

interface Time {
  readonly from: Date;
  readonly through: Date;
  readonly knownAt: Date;
}

type StoredEvent = Omit<TaskEvent, 'at' | 'due'> & { readonly at: string; readonly due: PlainDate | null };

/**
 * All tasks that were given in a time, with their events by an instant, and those given before it that had not ended by then; by
 * date. Whoever sees them.
 */
export async function tasksAsKnown(manager: EntityManager, time: Time): Promise<KnownRow[]> {
  const rows = await manager.query<(Omit<KnownRow, 'events'> & { events: StoredEvent[] })[]>(
    `SELECT t.id, t.what, t.person, t.giver_id AS "giverId", t.organization_id AS "organizationId", o.name AS organization,
       t.project_id AS "projectId", p.name AS project, s.given_at > $1 AS "isOfWeek",
       (SELECT json_agg(json_build_object('type', e.type, 'at', e.recorded_at, 'actorId', e.actor_id, 'text', e.text, 'due', e.due)
          ORDER BY e.nth) FROM tasks.task_event e WHERE e.task_id = t.id AND e.recorded_at <= $3) AS events
     FROM tasks.task t JOIN tasks.task_position s ON s.task_id = t.id
       JOIN organizations.organization_ref o ON o.id = t.organization_id LEFT JOIN projects.project_ref p ON p.id = t.project_id
     WHERE s.given_at <= least($2::timestamptz, $3::timestamptz) AND (s.given_at > $1 OR s.ended_at IS NULL OR s.ended_at > $3)
     ORDER BY s.first_due, t.conclusion_id, t.place`,
    [time.from, time.through, time.knownAt],
  );
  return rows.map((row) => ({
    ...row,
    events: row.events.map((event) => ({ ...event, at: new Date(event.at) })),
  }));
}

/** Which offices had given tasks to which by an instant: each pair once. */
export function pairsByThen(manager: EntityManager, knownAt: Date): Promise<TaskOffices[]> {
  return manager.query<TaskOffices[]>(
    `SELECT DISTINCT t.giver_id AS "giverId", t.organization_id AS "organizationId"
     FROM tasks.task t JOIN tasks.task_position s ON s.task_id = t.id WHERE s.given_at <= $1`,
    [knownAt],
  );
}
