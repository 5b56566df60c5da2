import type { EntityManager } from 'typeorm';
import type { OrganizationFacts } from '../domain/week-facts';

/** Every organisation and what it lies below, also ended ones: their projects' figures stay theirs. */
export function officeRows(manager: EntityManager): Promise<Omit<OrganizationFacts, 'duties'>[]> {
  return manager.query('SELECT id, name, parent_id AS "parentId" FROM organizations.organization_ref');
}

/** Ids of the organisation and of all above it, nearest first. */
export async function officesAbove(manager: EntityManager, organizationId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id, 0 AS depth FROM organizations.organization_ref WHERE id = $1
       UNION ALL
       SELECT o.id, o.parent_id, depth + 1 FROM organizations.organization_ref o JOIN above ON o.id = above.parent_id
     )
     SELECT id FROM above ORDER BY depth`,
    [organizationId],
  );
  return rows.map(({ id }) => id);
}

/** Labels of sources by their code. */
export async function sourceLabels(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ code: string; label: string }[]>(
    'SELECT code, label FROM projects.source_ref',
  );
  return new Map(rows.map(({ code, label }) => [code, label]));
}
