import type { EntityManager } from 'typeorm';

/**
 * By project id, the segment that this organisation clears, of those projects that it doesn't hold itself. An
 * organisation with several segments of a project speaks for none by its return alone.
 */
export async function segmentsClearedBy(
  manager: EntityManager,
  organizationId: string,
  projectIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ projectId: string; id: string }[]>(
    `SELECT s.project_id AS "projectId", min(s.id::text) AS id FROM clearance_segment s JOIN project p ON p.id = s.project_id
     WHERE s.organization_id = $1 AND s.project_id = ANY($2) AND coalesce(p.owner_id, p.registered_by) <> $1
     GROUP BY s.project_id HAVING count(*) = 1`,
    [organizationId, projectIds],
  );
  return new Map(rows.map(({ projectId, id }) => [projectId, id]));
}
