import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { takesPart } from '@thongvon/projects';

/** SQL: project `p` as a `ProjectRefView`. */
export const PROJECT_REF = `json_build_object('id', p.id, 'code', p.code, 'name', p.name)`;

/** SQL: segment `s` as a `SegmentRefView`; null without one. */
export const SEGMENT_REF = `CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END`;

/** SQL for the cell of the remark that a blocker was opened from; null: it has another origin. `blockerId`: an expression. */
export const remarkCell = (blockerId: string): string =>
  `(SELECT json_build_object('returnId', d.return_id, 'sheet', d.sheet, 'cell', d.cell)
    FROM blockers.remark_decision d WHERE d.blocker_id = ${blockerId})`;

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
