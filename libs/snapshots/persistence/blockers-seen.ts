import { takesPart } from '@thongvon/projects';

/**
 * SQL: whether a blocker of the frozen project `p` may be seen by the organisations in the placeholder `ids`: those that hold the
 * project, and those that take part in its clearance, as with open blockers (`visibleClearance`).
 */
export function blockersSeenBy(ids: string): string {
  return `(p.organization_id = ANY(${ids}::uuid[])
    OR p.project_id IN ${takesPart(ids)})`;
}
