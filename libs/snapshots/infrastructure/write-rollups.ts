import type { EntityManager } from 'typeorm';

/**
 * Sums up the lines of a snapshot by holder. A denominator says which plan types count and which plan; projects without
 * any plan in force enter no sum but `unplanned` (contract, section 3).
 */
export async function writeRollups(manager: EntityManager, snapshotId: string): Promise<void> {
  await manager.query(
    `INSERT INTO snapshot_rollup (snapshot_id, plan_year, denominator, organization_id, dimension, key, label, projects,
       with_figure, reported, planned, disbursed, completed, advance)
     WITH line AS (
       SELECT l.*, p.organization_id, p.reported,
         bool_or(l.planned IS NOT NULL) OVER (PARTITION BY l.project_id, l.plan_year) AS in_plan
       FROM snapshot_line l JOIN snapshot_project p USING (snapshot_id, project_id)
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
     whole AS MATERIALIZED (${eachProject('in_plan')}),
     part AS (
       SELECT plan_year, denominator, whole.organization_id, dimension, key, label, with_figure, whole.reported, planned, disbursed,
         completed, advance
       FROM whole JOIN snapshot_project p ON p.snapshot_id = $1 AND p.project_id = whole.project_id
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
       FROM (${eachProject('source_code', 'in_plan')}) by_source JOIN capital_source s ON s.code = source_code
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
 * SQL for the lines summed up to one row for each project and value of `column`, so that counting rows afterwards counts
 * projects: counting distinct ones would sort every line once for each dimension.
 */
function eachProject(column: string, where = 'true'): string {
  return `
    SELECT plan_year, denominator, organization_id, project_id, reported, ${column}, bool_or(disbursed IS NOT NULL) AS with_figure,
      sum(counted_plan) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance
    FROM counted WHERE ${where} GROUP BY plan_year, denominator, organization_id, project_id, reported, ${column}`;
}
