/**
 * SQL: whether a blocker of the frozen project `p` may be seen by the organisations in the placeholder `ids`: those that hold the
 * project, and those that clear a part of it, as with open blockers (`visibleClearance`).
 */
export function blockersSeenBy(ids: string): string {
  return `(p.organization_id = ANY(${ids}::uuid[])
    OR p.project_id IN (SELECT project_id FROM clearance_segment WHERE organization_id = ANY(${ids}::uuid[])))`;
}
