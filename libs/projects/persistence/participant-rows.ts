import type { EntityManager } from 'typeorm';
import type { ParticipantRole } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { Conditions, type ListSource } from '@thongvon/platform';

export interface Participant {
  readonly id: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly role: ParticipantRole;
  readonly from: PlainDate;
  /** The first day on which it no longer holds; null: it still does. */
  readonly to: PlainDate | null;
  readonly namedAt: Date;
  readonly endedAt: Date | null;
}

const COLUMNS = `m.id, json_build_object('id', o.id, 'name', o.name) AS organization, m.role, m.valid_from AS "from",
  m.valid_to AS "to", m.named_at AS "namedAt", m.ended_at AS "endedAt"`;
const FROM =
  'projects.project_participant m JOIN organizations.organization_ref o ON o.id = m.organization_id';

/** Those that still take part in the project first; ended ones stay as history. */
export function participantsOf(manager: EntityManager, projectId: string): Promise<Participant[]> {
  return manager.query<Participant[]>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE m.project_id = $1
     ORDER BY m.valid_to IS NOT NULL, o.name_key, m.valid_from, m.id`,
    [projectId],
  );
}

/** One of them; undefined: the project has none of this id. */
export async function participant(
  manager: EntityManager,
  projectId: string,
  id: string,
): Promise<Participant | undefined> {
  const [found] = await manager.query<Participant[]>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE m.project_id = $1 AND m.id = $2`,
    [projectId, id],
  );
  return found;
}

interface Part {
  readonly projectId: string;
  readonly organizationId: string;
  readonly role: ParticipantRole;
}

/** How the office takes part in this role, or did last; undefined: it never has. */
export async function lastParticipation(
  manager: EntityManager,
  { projectId, organizationId, role }: Part,
): Promise<Participant | undefined> {
  const [last] = await manager.query<Participant[]>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE m.project_id = $1 AND m.organization_id = $2 AND m.role = $3
     ORDER BY m.valid_to DESC NULLS FIRST LIMIT 1`,
    [projectId, organizationId, role],
  );
  return last;
}

/** Offices that exist, but for who holds the project now: rows of id and name, by name. */
export function officesToName(projectId: string, q?: string): ListSource {
  const where = new Conditions()
    .matching('o.name_key', q)
    .also('o.effective_to IS NULL')
    .and(
      (id) => `o.id <> (SELECT coalesce(owner_id, registered_by) FROM projects.project WHERE id = ${id})`,
      projectId,
    );
  return {
    columns: 'o.id, o.name',
    from: 'organizations.organization_ref o',
    where,
    sort: [
      { sql: 'o.name_key', type: 'text' },
      { sql: 'o.id', type: 'uuid' },
    ],
  };
}

/** Whether there is an office of this id that still exists. */
export async function isOffice(manager: EntityManager, id: string): Promise<boolean> {
  const found = await manager.query<object[]>(
    'SELECT FROM organizations.organization_ref AS organization WHERE id = $1 AND effective_to IS NULL',
    [id],
  );
  return found.length > 0;
}

/** Who did something, and when (business clock). */
interface Done {
  readonly by: string;
  readonly at: Date;
}

/** Writes that the office takes part from a day on; returns the entry's id. */
export async function insertParticipant(
  manager: EntityManager,
  { projectId, organizationId, role, from, by, at }: Part & Done & { readonly from: PlainDate },
): Promise<string> {
  const [added] = await manager.query<{ id: string }[]>(
    `INSERT INTO projects.project_participant (project_id, organization_id, role, valid_from, named_by, named_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [projectId, organizationId, role, from, by, at],
  );
  if (!added) throw new Error('nothing was written');
  return added.id;
}

/** From `to` on it no longer takes part. */
export async function endParticipation(
  manager: EntityManager,
  id: string,
  { to, by, at }: Done & { readonly to: PlainDate },
): Promise<void> {
  await manager.query(
    'UPDATE projects.project_participant SET valid_to = $2, ended_by = $3, ended_at = $4 WHERE id = $1',
    [id, to, by, at],
  );
}
