import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { takesPart } from './holders';

/** A project by its names. */
export interface ProjectRef {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/** SQL: project `p` as a `ProjectRef`. */
export const PROJECT_REF = `json_build_object('id', p.id, 'code', p.code, 'name', p.name)`;

/**
 * Whose clearance the actor may see, and as a reporter write about: projects that the actor's organisations hold, and
 * those in whose clearance they take part (the duty is the commune's even where a board owns the project). Of table `project p`.
 */
export function visibleClearance(actor: Actor): Conditions {
  return new Conditions().and(
    (ids) => `(coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[])
      OR p.id IN ${takesPart(ids)})`,
    actor.scope,
  );
}
