import type { EntityManager } from 'typeorm';

/**
 * Sums up the lines of a snapshot by holder. A denominator says which plan types count and which plan; projects without
 * any plan in force enter no sum but `unplanned` (contract, section 3).
 */
export async function writeRollups(manager: EntityManager, snapshotId: string): Promise<void> {
  await manager.query(
    `INSERT INTO snapshots.snapshot_rollup (snapshot_id, plan_year, denominator, organization_id, dimension, key, label, projects,
       with_figure, reported, planned, disbursed, completed, advance)
     WITH line AS (
       SELECT l.*, p.organization_id, p.reported,
         bool_or(l.planned IS NOT NULL) OVER (PARTITION BY l.project_id, l.plan_year) AS in_plan
       FROM snapshots.snapshot_line l JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       WHERE snapshot_id = $1
     ),
     counted AS MATERIALIZED (
       SELECT plan_year, denominator, organization_id, project_id, in_plan, reported, plan_type, source_code, counted_plan,
         disbursed, completed, advance
       FROM line CROSS JOIN LATERAL (VALUES
         ('current-year-plan', planned, plan_type = 'current-year'),
         ('all-plan', planned, true),
         ('excluding-late-supplements', planned_before_late, plan_type = 'current-year')
       ) counting (denominator, counted_plan, counts)
       WHERE counts
     ),
     ${BY_SOURCE},
     whole AS MATERIALIZED (${eachProject('in_plan')}),
     part AS (
       SELECT plan_year, denominator, whole.organization_id, dimension, key, label, with_figure, whole.reported, planned, disbursed,
         completed, advance
       FROM whole JOIN snapshots.snapshot_project p ON p.snapshot_id = $1 AND p.project_id = whole.project_id
         CROSS JOIN LATERAL (VALUES
           ('total', NULL, NULL, in_plan),
           ('unplanned', NULL, NULL, NOT in_plan),
           ('owner', coalesce(p.owner_id::text, p.owner), p.owner, in_plan),
           ('kind', p.kind, NULL, in_plan),
           ('commune', p.commune, p.commune, in_plan)
         ) grouping_of (dimension, key, label, enters)
       WHERE enters
       UNION ALL
       SELECT plan_year, denominator, organization_id, 'source', source_code, s.label, with_figure, reported, planned, disbursed,
         completed, advance
       FROM (${eachProject('source_code', 'in_plan', 'counted_by_source')}) by_source
         JOIN projects.source_ref s ON s.code = source_code
       UNION ALL
       SELECT plan_year, denominator, organization_id, 'planType', plan_type, NULL, with_figure, reported, planned, disbursed,
         completed, advance
       FROM (${eachProject('plan_type', 'in_plan')}) by_type
     )
     SELECT $1, plan_year, denominator, organization_id, dimension, key, max(label), count(*), count(*) FILTER (WHERE with_figure),
       count(*) FILTER (WHERE with_figure AND reported), sum(planned), sum(disbursed), sum(completed), sum(advance)
     FROM part GROUP BY plan_year, denominator, organization_id, dimension, key`,
    [snapshotId],
  );
}

/**
 * The lines with figures given to sources as live pages give them (contract, section 3): what a return doesn't split is of the
 * one source that the project's plan of that type has; nothing, split over several, is nothing for each; the rest stays
 * unspecified. A frozen week doesn't look into Treasury statements for it.
 */
const BY_SOURCE = `
     plan_sources AS MATERIALIZED (
       SELECT project_id, plan_year, plan_type, array_agg(DISTINCT source_code) AS sources FROM line
       WHERE source_code <> 'unspecified' AND planned <> 0 GROUP BY project_id, plan_year, plan_type
     ),
     counted_by_source AS MATERIALIZED (
       SELECT plan_year, denominator, organization_id, project_id, in_plan, reported, source_code, counted_plan,
         NULL::numeric AS disbursed, NULL::numeric AS completed, NULL::numeric AS advance
       FROM counted
       UNION ALL
       SELECT plan_year, denominator, organization_id, project_id, in_plan, reported, each, NULL, disbursed, completed, advance
       FROM counted LEFT JOIN plan_sources USING (project_id, plan_year, plan_type)
         CROSS JOIN LATERAL unnest(CASE
           WHEN source_code = 'unspecified' AND (cardinality(sources) = 1 OR cardinality(sources) > 1
             AND coalesce(disbursed, 0) = 0 AND coalesce(completed, 0) = 0 AND coalesce(advance, 0) = 0)
           THEN sources ELSE ARRAY[source_code] END) AS each
       WHERE num_nonnulls(disbursed, completed, advance) > 0
     )`;

/**
 * SQL for the lines summed up to one row for each project and value of `column`, so that counting rows afterwards counts
 * projects: counting distinct ones would sort every line once for each dimension.
 */
function eachProject(column: string, where = 'true', from = 'counted'): string {
  return `
    SELECT plan_year, denominator, organization_id, project_id, reported, ${column}, bool_or(disbursed IS NOT NULL) AS with_figure,
      sum(counted_plan) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance
    FROM ${from} WHERE ${where} GROUP BY plan_year, denominator, organization_id, project_id, reported, ${column}`;
}
