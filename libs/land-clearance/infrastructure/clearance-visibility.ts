import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';

/**
 * Whose clearance the actor may see, and as a reporter write about: projects that the actor's organisations hold, and
 * those of which they clear a segment (the duty is the commune's even where a board owns the project). Of table `project p`.
 */
export function visibleClearance(actor: Actor): Conditions {
  return new Conditions().and(
    (ids) => `(coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[])
      OR p.id IN (SELECT project_id FROM clearance_segment WHERE organization_id = ANY(${ids}::uuid[])))`,
    actor.scope,
  );
}
