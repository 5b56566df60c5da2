import type { EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { type ProjectRef, visibleClearance } from '@thongvon/projects';

/** A project in sight and whether the segment is one of its; undefined: it isn't in sight. */
export async function visibleProject(
  manager: EntityManager,
  actor: Actor,
  id: string,
  segmentId: string | null,
): Promise<(ProjectRef & { readonly hasSegment: boolean }) | undefined> {
  const where = visibleClearance(actor).and((value) => `p.id = ${value}`, id);
  const [found] = await manager.query<(ProjectRef & { hasSegment: boolean })[]>(
    `SELECT p.id, p.code, p.name,
       EXISTS (SELECT FROM land_clearance.clearance_segment s WHERE s.project_id = p.id AND s.id = ${where.parameter(segmentId)}::uuid) AS "hasSegment"
     FROM projects.project_ref p WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
}

/** Whoever writes of the project's clearance too waits until this transaction ends. */
export async function lockProject(manager: EntityManager, projectId: string): Promise<void> {
  await manager.query(`SELECT FROM projects.project_ref WHERE id = $1 FOR NO KEY UPDATE`, [projectId]);
}

/** The office that holds the project; undefined: there is none. */
export async function holderOf(manager: EntityManager, projectId: string): Promise<string | undefined> {
  const [held] = await manager.query<{ by: string }[]>(
    `SELECT coalesce(owner_id, registered_by) AS by FROM projects.project_ref WHERE id = $1`,
    [projectId],
  );
  return held?.by;
}

/** Organisations that take part in a project's clearance, by the project's id: they see its blockers, whoever holds it. */
export async function whoClears(manager: EntityManager): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await manager.query<{ projectId: string; organizationIds: string[] }[]>(
    `SELECT project_id AS "projectId", array_agg(DISTINCT organization_id) AS "organizationIds" FROM projects.participant_ref
     WHERE role = 'land-clearance' AND valid_to IS NULL GROUP BY project_id`,
  );
  return new Map(rows.map(({ projectId, organizationIds }) => [projectId, organizationIds]));
}
