import { effectiveReturnsSql } from '@thongvon/returns';

/**
 * SQL for the clearance figures in force as known at an instant: rows (project_id, segment_id, measure, valid_from,
 * valid_to, value, figure_id). The one definition of the rule; `clearance_position` is its result as known now.
 *
 * Each measure of a project (or segment) is a figure of its own: what a table leaves blank stays as it was reported before.
 * Of two figures of one date, the one that was approved or typed later speaks.
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids or null (all). `change` tells what an approval
 * would change: placeholders for ids of returns that end, for new figures (JSON), and for their date.
 */
export function clearanceAsKnownSql(
  knownAt: string,
  projects: string,
  change?: { readonly ending: string; readonly added: string; readonly asOf: string },
): string {
  const columns = 'f.id, f.project_id, f.segment_id, f.measure, f.as_of, f.value';
  const added =
    change &&
    `UNION ALL
      SELECT NULL, project_id, segment_id, measure, ${change.asOf}::date, value, 'infinity'
      FROM jsonb_to_recordset(${change.added}::jsonb) AS t (project_id uuid, segment_id uuid, measure text, value numeric)`;
  const wanted = `(${projects}::uuid[] IS NULL OR f.project_id = ANY(${projects}::uuid[]))`;
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    reported AS (
      SELECT ${columns}, began.at FROM land_clearance.clearance_figure f JOIN effective USING (return_id)
        JOIN returns.return_effect_ref began ON began.id = effective.rank
      WHERE ${wanted}${change ? ` AND f.return_id <> ALL(${change.ending}::uuid[])` : ''}
      UNION ALL
      SELECT ${columns}, f.recorded_at FROM land_clearance.clearance_figure f
      WHERE f.return_id IS NULL AND (${knownAt}::timestamptz IS NULL OR f.recorded_at <= ${knownAt}::timestamptz) AND ${wanted}
      ${added ?? ''}
    ),
    spoken AS (
      SELECT DISTINCT ON (project_id, segment_id, measure, as_of) * FROM reported
      ORDER BY project_id, segment_id, measure, as_of, at DESC, id DESC
    )
    SELECT project_id, segment_id, measure, as_of AS valid_from,
      lead(as_of, 1, 'infinity') OVER (PARTITION BY project_id, segment_id, measure ORDER BY as_of) AS valid_to,
      value, id AS figure_id
    FROM spoken`;
}

/**
 * SQL for each project's number of each measure on a day: rows (project_id, measure, value, valid_from, by_segment). A figure of the
 * whole project and figures of its segments are never added: the segments speak where there is no whole, or where all of
 * them have reported and one of them later than the whole. `positions`: what is in force, as known now unless stated.
 * `segments`: a row per part of a project.
 */
export function clearanceOnSql(
  asOf: string,
  positions = 'land_clearance.clearance_position',
  segments = 'land_clearance.clearance_segment',
): string {
  return `
    SELECT project_id, measure, CASE WHEN by_segment THEN parts ELSE whole END AS value,
      CASE WHEN by_segment THEN parts_from ELSE whole_from END AS valid_from, by_segment
    FROM (
      SELECT *, whole IS NULL OR (parts_from > whole_from AND reporting = segments) AS by_segment
      FROM (
        SELECT project_id, measure,
          max(value) FILTER (WHERE segment_id IS NULL) AS whole,
          max(valid_from) FILTER (WHERE segment_id IS NULL) AS whole_from,
          sum(value) FILTER (WHERE segment_id IS NOT NULL) AS parts,
          max(valid_from) FILTER (WHERE segment_id IS NOT NULL) AS parts_from,
          count(segment_id) AS reporting
        FROM ${positions} position WHERE valid_from <= ${asOf} AND valid_to > ${asOf}
        GROUP BY project_id, measure
      ) reported
      LEFT JOIN (SELECT project_id, count(*) AS segments FROM ${segments} segment GROUP BY project_id) division USING (project_id)
    ) chosen`;
}
