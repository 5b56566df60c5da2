import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { TaskOffices } from '../domain/task-acts';

/** A task that its office has still to report on. */
export interface DueTask extends TaskOffices {
  readonly id: string;
  readonly what: string;
  readonly due: PlainDate;
  readonly project: string | null;
  readonly organization: string;
  readonly giver: string;
}

/** Those due on one of these days, both included; by date. */
export function tasksDue(manager: EntityManager, from: PlainDate, through: PlainDate): Promise<DueTask[]> {
  return manager.query<DueTask[]>(
    `SELECT t.id, t.what, s.due, p.name AS project, t.organization_id AS "organizationId", o.name AS organization,
       t.giver_id AS "giverId", g.name AS giver
     FROM tasks.task_position s JOIN tasks.task t ON t.id = s.task_id
       JOIN organizations.organization_ref o ON o.id = t.organization_id
       JOIN organizations.organization_ref g ON g.id = t.giver_id
       LEFT JOIN projects.project_ref p ON p.id = t.project_id
     WHERE s.ended_at IS NULL AND s.state IN ('assigned', 'accepted') AND s.due BETWEEN $1 AND $2
     ORDER BY s.due, t.id`,
    [from, through],
  );
}
