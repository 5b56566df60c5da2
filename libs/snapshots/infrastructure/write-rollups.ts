import type { EntityManager } from 'typeorm';

/**
 * Sums up the lines of a snapshot by holder. A denominator says which plan types count and which plan; projects without
 * any plan in force enter no sum but `unplanned` (contract, section 3).
 */
export async function writeRollups(manager: EntityManager, snapshotId: string): Promise<void> {
  await manager.query(
    `INSERT INTO snapshot_rollup (snapshot_id, plan_year, denominator, organization_id, dimension, key, label, projects,
       with_figure, reported, planned, disbursed, completed, advance)
     SELECT $1, plan_year, denominator, organization_id, dimension, key, max(label), count(DISTINCT project_id),
       count(DISTINCT project_id) FILTER (WHERE disbursed IS NOT NULL),
       count(DISTINCT project_id) FILTER (WHERE disbursed IS NOT NULL AND reported),
       sum(counted_plan), sum(disbursed), sum(completed), sum(advance)
     FROM (
       SELECT l.*, p.organization_id, p.owner_id, p.owner, p.kind, p.commune, p.reported, s.label AS source_label,
         bool_or(l.planned IS NOT NULL) OVER (PARTITION BY l.project_id, l.plan_year) AS in_plan
       FROM snapshot_line l JOIN snapshot_project p USING (snapshot_id, project_id)
         JOIN capital_source s ON s.code = l.source_code
       WHERE snapshot_id = $1
     ) line
     CROSS JOIN LATERAL (VALUES
       ('current-year-plan', planned, plan_type = 'current-year'),
       ('all-plan', planned, true),
       ('excluding-late-supplements', planned_before_late, plan_type = 'current-year')
     ) counting (denominator, counted_plan, counts)
     CROSS JOIN LATERAL (VALUES
       ('total', NULL, NULL, in_plan),
       ('unplanned', NULL, NULL, NOT in_plan),
       ('owner', coalesce(owner_id::text, owner), owner, in_plan),
       ('kind', kind, NULL, in_plan),
       ('source', source_code, source_label, in_plan),
       ('planType', plan_type, NULL, in_plan),
       ('commune', commune, commune, in_plan)
     ) grouping_of (dimension, key, label, enters)
     WHERE counts AND enters
     GROUP BY plan_year, denominator, organization_id, dimension, key`,
    [snapshotId],
  );
}
