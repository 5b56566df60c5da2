import type { EntityManager } from 'typeorm';

/** Organisations that clear a part of a project, by the project's id: they see its blockers, whoever holds it. */
export async function whoClears(manager: EntityManager): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await manager.query<{ projectId: string; organizationIds: string[] }[]>(
    `SELECT project_id AS "projectId", array_agg(DISTINCT organization_id) AS "organizationIds" FROM clearance_segment
     WHERE organization_id IS NOT NULL GROUP BY project_id`,
  );
  return new Map(rows.map(({ projectId, organizationIds }) => [projectId, organizationIds]));
}
