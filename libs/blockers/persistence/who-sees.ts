import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { seesClearance } from '@thongvon/projects';

/**
 * SQL: whether one of the offices in the placeholder `ids` sees a blocker: it holds the project `p` or takes part in its clearance, it is
 * the one that must act, or it is asked to take over, on the day of the position `b` (docs/adr/0234). The one rule of all lists and sums.
 */
const seesBlocker = (ids: string, b = 'b'): string =>
  `(${seesClearance(ids)} OR ${b}.responsible_office_id = ANY(${ids}::uuid[]) OR ${b}.handover_to = ANY(${ids}::uuid[]))`;

/** The blockers that the actor sees, of a position `b` of a project `p`; `ids` is the placeholder of the actor's offices. */
export function visibleBlockers(actor: Actor, b = 'b'): { readonly where: Conditions; readonly ids: string } {
  const where = new Conditions();
  const ids = where.parameter(actor.scope);
  return { where: where.also(seesBlocker(ids, b)), ids };
}
