import { effectiveReturnsSql } from '@thongvon/returns';

/**
 * SQL for the plan in force as known at an instant: rows (project_id, plan_year, plan_type, source_code, valid_from,
 * valid_to, amount, allocation_id). The one definition of the rule; `plan_position` is its result as known now.
 *
 * A later decision's amount replaces the earlier one of the same source. Where one decision splits a project by source
 * and another doesn't, each ends the other's amounts: adding them would count the money twice.
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids or null (all).
 */
export function planAsKnownSql(knownAt: string, projects: string): string {
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    entry AS (
      SELECT DISTINCT ON (project_id, plan_year, plan_type, source_code, effective_on)
        a.id, project_id, plan_year, plan_type, source_code, effective_on, amount
      FROM allocation a JOIN effective USING (return_id)
      WHERE ${projects}::uuid[] IS NULL OR project_id = ANY(${projects}::uuid[])
      ORDER BY project_id, plan_year, plan_type, source_code, effective_on, rank DESC
    ),
    step AS (
      SELECT entry.*, source_code = 'unspecified' AS whole,
        lead(effective_on) OVER (PARTITION BY project_id, plan_year, plan_type, source_code ORDER BY effective_on) AS same_source
      FROM entry
    )
    SELECT project_id, plan_year, plan_type, source_code, effective_on AS valid_from,
      coalesce(least(same_source, other_split), 'infinity') AS valid_to, amount, step.id AS allocation_id
    FROM step LEFT JOIN LATERAL (
      SELECT min(later.effective_on) AS other_split FROM entry later
      WHERE (later.project_id, later.plan_year, later.plan_type) = (step.project_id, step.plan_year, step.plan_type)
        AND later.effective_on > step.effective_on AND (later.source_code = 'unspecified') <> step.whole
    ) split ON true`;
}
