import type { EntityManager } from 'typeorm';
import type { ConclusionKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { NUMBERED } from './task-lists';

/** A task as mails name it. */
export interface MailedTask {
  readonly id: string;
  readonly what: string;
  readonly person: string | null;
  readonly due: PlainDate;
  readonly organizationId: string;
  readonly organization: string;
  readonly giverId: string;
  readonly giver: string;
  readonly project: string | null;
  readonly concludedBy: string;
  readonly enteredBy: string;
  readonly kind: ConclusionKind;
  readonly number: string | null;
  readonly dated: PlainDate;
}

const SELECT = `SELECT t.id, t.what, t.person, s.due, t.organization_id AS "organizationId", o.name AS organization,
    t.giver_id AS "giverId", g.name AS giver, p.name AS project, c.concluded_by AS "concludedBy", c.entered_by AS "enteredBy",
    c.kind, n.number, coalesce(n.dated, c.dated) AS dated
  FROM tasks.task t JOIN tasks.task_position s ON s.task_id = t.id JOIN tasks.conclusion c ON c.id = t.conclusion_id ${NUMBERED}
    JOIN organizations.organization_ref o ON o.id = t.organization_id
    JOIN organizations.organization_ref g ON g.id = t.giver_id
    LEFT JOIN projects.project_ref p ON p.id = t.project_id`;

/** All of a conclusion, in its order. */
export function mailedTasks(manager: EntityManager, conclusionId: string): Promise<MailedTask[]> {
  return manager.query<MailedTask[]>(`${SELECT} WHERE t.conclusion_id = $1 ORDER BY t.place`, [conclusionId]);
}

/** One task; undefined: there is none. */
export async function mailedTask(manager: EntityManager, taskId: string): Promise<MailedTask | undefined> {
  const [task] = await manager.query<MailedTask[]>(`${SELECT} WHERE t.id = $1`, [taskId]);
  return task;
}
