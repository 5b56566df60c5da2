import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { holderOn, participantsOn, unclaimed } from '@thongvon/projects';
import type { ReturnFacts } from '@thongvon/returns';
import type { Measure } from '../domain/measures';

/** A figure that was in force before a return. */
export interface Before {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly measure: Measure;
  readonly value: string;
  readonly asOf: PlainDate;
}

/** What was in force of these projects before a day. */
export function progressBefore(
  manager: EntityManager,
  projectIds: readonly string[],
  before: PlainDate,
): Promise<Before[]> {
  return manager.query<Before[]>(
    `SELECT project_id AS "projectId", segment_id AS "segmentId", measure, trim_scale(value)::text AS value, valid_from AS "asOf"
     FROM land_clearance.clearance_position WHERE project_id = ANY($1) AND valid_from < $2 AND valid_to >= $2`,
    [projectIds, before],
  );
}

/**
 * Projects of the sender's last clearance return where households are still to hand over, and that this one leaves out:
 * as far as they are still its own, or it still takes part in them.
 */
export async function missingProjects(
  manager: EntityManager,
  { organizationId, scope, above }: ReturnFacts,
  asOf: PlainDate,
  listed: readonly string[],
): Promise<{ id: string; code: string | null; name: string }[]> {
  return manager.query(
    `SELECT p.id, p.code, p.name FROM (
       SELECT c.project_id FROM land_clearance.clearance_position c JOIN land_clearance.clearance_figure f ON f.id = c.figure_id
         JOIN returns.return_ref r ON r.id = f.return_id
       WHERE c.valid_from < $2 AND c.valid_to >= $2 AND r.organization_id = $1
       GROUP BY c.project_id
       HAVING coalesce(sum(c.value) FILTER (WHERE c.measure = 'households') > sum(c.value) FILTER (WHERE c.measure = 'handedOver'), true)
     ) reported JOIN projects.project_ref p ON p.id = reported.project_id
     WHERE p.id <> ALL($3) AND (${holderOn('$2::date')} = ANY($4) OR ${participantsOn('$2::date')} && $4 OR ${unclaimed('$5')})
     ORDER BY p.name_key`,
    [organizationId, asOf, listed, scope, above],
  );
}
