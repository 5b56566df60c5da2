import type { EntityManager } from 'typeorm';

/** Organisations that take part in a project's clearance, by the project's id: they see its blockers, whoever holds it. */
export async function whoClears(manager: EntityManager): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await manager.query<{ projectId: string; organizationIds: string[] }[]>(
    `SELECT project_id AS "projectId", array_agg(DISTINCT organization_id) AS "organizationIds" FROM projects.participant_ref
     WHERE role = 'land-clearance' AND valid_to IS NULL GROUP BY project_id`,
  );
  return new Map(rows.map(({ projectId, organizationIds }) => [projectId, organizationIds]));
}
