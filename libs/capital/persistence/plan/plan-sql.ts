import { effectiveReturnsSql } from '@thongvon/returns';

/** What an approval would change of the ledger, as placeholders: ids of returns that end, and entries (JSON) that begin. */
export interface PlanChange {
  readonly ending: string;
  readonly entries: string;
}

/** What is approved next outranks all that is approved. */
const LAST_RANK = '9223372036854775807';

/**
 * SQL for the plan in force as known at an instant: rows (project_id, plan_year, plan_type, source_code, valid_from,
 * valid_to, amount, allocation_id). The one definition of the rule; `plan_position` is its result as known now.
 *
 * A later decision's amount replaces the earlier one of the same source. Where one decision splits a project by source
 * and another doesn't, each ends the other's amounts: adding them would count the money twice. Of two returns of the same
 * day, also of two offices, the one approved last does (ADR 0163).
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids or null (all). `change` asks what the plan would be.
 */
export function planAsKnownSql(knownAt: string, projects: string, change?: PlanChange): string {
  const written = `SELECT a.id, project_id, plan_year, plan_type, source_code, effective_on, amount, rank
      FROM capital.allocation a JOIN effective USING (return_id)
      WHERE (${projects}::uuid[] IS NULL OR project_id = ANY(${projects}::uuid[]))`;
  const entries = change
    ? `${written} AND return_id <> ALL(${change.ending}::uuid[])
      UNION ALL SELECT NULL, project_id, plan_year, plan_type, source_code, effective_on, amount, ${LAST_RANK}
      FROM jsonb_to_recordset(${change.entries}::jsonb) AS wanted (project_id uuid, plan_year int, plan_type text,
        source_code text, effective_on date, amount numeric)`
    : written;
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    of_return AS (
      SELECT entries.*, bool_and(source_code = 'unspecified') OVER of_one AS only_whole,
        bool_and(source_code <> 'unspecified') OVER of_one AS only_split
      FROM (${entries}) entries
      WINDOW of_one AS (PARTITION BY project_id, plan_year, plan_type, effective_on, rank)
    ),
    of_day AS (
      SELECT of_return.*, max(rank) FILTER (WHERE only_whole) OVER of_day AS last_whole,
        max(rank) FILTER (WHERE only_split) OVER of_day AS last_split
      FROM of_return
      WINDOW of_day AS (PARTITION BY project_id, plan_year, plan_type, effective_on)
    ),
    entry AS (
      SELECT DISTINCT ON (project_id, plan_year, plan_type, source_code, effective_on)
        id, project_id, plan_year, plan_type, source_code, effective_on, amount
      FROM of_day
      WHERE rank >= coalesce(CASE source_code WHEN 'unspecified' THEN last_split ELSE last_whole END, rank)
      ORDER BY project_id, plan_year, plan_type, source_code, effective_on, rank DESC
    ),
    step AS (
      SELECT entry.*,
        lead(effective_on) OVER (PARTITION BY project_id, plan_year, plan_type, source_code ORDER BY effective_on) AS same_source,
        min(effective_on) FILTER (WHERE source_code = 'unspecified') OVER later AS whole,
        min(effective_on) FILTER (WHERE source_code <> 'unspecified') OVER later AS split
      FROM entry
      WINDOW later AS (
        PARTITION BY project_id, plan_year, plan_type ORDER BY effective_on
        GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
      )
    )
    SELECT project_id, plan_year, plan_type, source_code, effective_on AS valid_from,
      coalesce(least(same_source, CASE source_code WHEN 'unspecified' THEN split ELSE whole END), 'infinity') AS valid_to,
      amount, id AS allocation_id
    FROM step`;
}
