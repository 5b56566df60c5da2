import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { holderOn, participantsOn, unclaimed } from '@thongvon/projects';
import type { FormMeasure, LastMeasure } from '../domain/clearance-form';

export interface OfficeClearance {
  readonly id: string;
  /** The part of the project that the row is of; null: the whole, or what the office clears of it. */
  readonly segmentId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly last: Readonly<Partial<Record<FormMeasure, LastMeasure>>>;
}

interface OfficeQuestion {
  readonly organizationId: string;
  /** The office and all below it. */
  readonly scope: readonly string[];
  /** The offices above it. */
  readonly above: readonly string[];
  readonly asOf: PlainDate;
}

/**
 * The projects whose clearance an office reports, with the last numbers before a day, by name: those that it reported
 * before, clears a segment of or takes part in; all of its own as long as there is none. Its own stand in a row for each
 * part as well that no other office clears. What is another's on the day is left out.
 */
export async function officeClearance(
  manager: EntityManager,
  { organizationId, scope, above, asOf }: OfficeQuestion,
): Promise<OfficeClearance[]> {
  return manager.query<OfficeClearance[]>(
    `WITH held AS (SELECT id FROM projects.project_ref WHERE coalesce(owner_id, registered_by) = $1),
     figure AS (
       SELECT c.project_id, c.measure, c.value, c.valid_from, CASE WHEN h.id IS NOT NULL THEN s.id END AS segment_id
       FROM land_clearance.clearance_position_ref c
         JOIN land_clearance.clearance_figure_ref f ON f.id = c.figure_id LEFT JOIN returns.return_ref r ON r.id = f.return_id
         LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = c.segment_id LEFT JOIN held h ON h.id = c.project_id
       WHERE c.valid_from < $2 AND c.valid_to >= $2
         AND CASE WHEN h.id IS NOT NULL THEN coalesce(s.organization_id, $1) = $1
           WHEN s.id IS NULL THEN r.organization_id = $1
           ELSE s.organization_id = $1 END
     ),
     reported AS (
       SELECT project_id, segment_id, jsonb_object_agg(measure,
         jsonb_build_object('value', trim_scale(value)::text, 'asOf', valid_from)) AS figures
       FROM figure GROUP BY project_id, segment_id
     ),
     mine AS (
       SELECT project_id AS id FROM figure
       UNION SELECT project_id FROM land_clearance.clearance_segment_ref WHERE organization_id = $1
       UNION SELECT project_id FROM projects.participant_ref
         WHERE organization_id = $1 AND role = 'land-clearance' AND valid_from <= $2 AND coalesce(valid_to > $2, true)
     ),
     allowed AS (
       SELECT p.id FROM projects.project_ref p WHERE ${holderOn('$2::date')} = ANY($3) OR $1 = ANY(${participantsOn('$2::date')})
         OR ${unclaimed('$4')}
     )
     SELECT p.id, reported.segment_id AS "segmentId", p.code, p.name || coalesce(', ' || s.name, '') AS name,
       coalesce(reported.figures, '{}') AS last
     FROM projects.project_ref p LEFT JOIN reported ON reported.project_id = p.id LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = reported.segment_id
     WHERE p.id IN (SELECT id FROM allowed)
       AND (p.id IN (SELECT id FROM mine) OR (NOT EXISTS (SELECT FROM mine) AND p.id IN (SELECT id FROM held)))
     ORDER BY p.name_key, p.id, s.batch NULLS FIRST, s.name_key NULLS FIRST`,
    [organizationId, asOf, scope, above],
  );
}
