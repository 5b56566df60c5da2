import { effectiveReturnsSql } from '@thongvon/returns';

/**
 * SQL for the figures in force as known at an instant: rows (project_id, plan_year, plan_type, basis, source_code,
 * valid_from, valid_to, disbursed, completed, advance, figure_id). The one definition of the rule;
 * `disbursement_position` is its result as known now.
 *
 * For each project, year, plan type and basis, one return speaks for a date: the last approved of those with that
 * as-of date, with all its sources. It holds until the next as-of date. So a table by source and one without never add up.
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids or null (all), `since` one for a date or
 * null: only figures dated from then on, which is enough for every `valid_from` from then on.
 */
export function figuresAsKnownSql(knownAt: string, projects: string, since = 'NULL'): string {
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    told AS (
      SELECT f.*, rank FROM figure f JOIN effective USING (return_id)
      WHERE (${projects}::uuid[] IS NULL OR project_id = ANY(${projects}::uuid[]))
        AND (${since}::date IS NULL OR as_of >= ${since}::date)
    ),
    speaker AS (
      SELECT project_id, plan_year, plan_type, basis, as_of, max(rank) AS rank,
        lead(as_of, 1, 'infinity') OVER (PARTITION BY project_id, plan_year, plan_type, basis ORDER BY as_of) AS valid_to
      FROM told GROUP BY project_id, plan_year, plan_type, basis, as_of
    )
    SELECT project_id, plan_year, plan_type, basis, source_code, as_of AS valid_from, valid_to,
      disbursed, completed, advance, told.id AS figure_id
    FROM told JOIN speaker USING (project_id, plan_year, plan_type, basis, as_of, rank)`;
}
