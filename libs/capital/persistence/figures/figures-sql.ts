import type { EntityManager } from 'typeorm';
import { changedReturnsSql, effectiveReturnsSql } from '@thongvon/returns';

/**
 * SQL for the figures in force as known at an instant: rows (project_id, plan_year, plan_type, basis, source_code,
 * valid_from, valid_to, disbursed, completed, advance, figure_id). The one definition of the rule;
 * `disbursement_position` is its result as known now.
 *
 * For each project, year, plan type and basis, one return speaks for a date: the last approved of those with that
 * as-of date, with all its sources. It holds until the next as-of date. So a table by source and one without never add up.
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids or null (all), `since` one for a date or
 * null: only figures dated from then on, which is enough for every `valid_from` from then on. (Its value is kept from
 * the planner, whose statistics lag behind the newest date: expecting nothing, it would join by nested loops.) `without` is
 * one for ids of returns that are left aside, or null.
 */
export function figuresAsKnownSql(
  knownAt: string,
  projects: string,
  since = 'NULL',
  without = 'NULL',
): string {
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    reported AS (
      SELECT f.*, rank,
        max(rank) OVER (PARTITION BY project_id, plan_year, plan_type, basis, as_of) AS speaker
      FROM capital.figure f JOIN effective USING (return_id)
      WHERE (${projects}::uuid[] IS NULL OR project_id = ANY(${projects}::uuid[]))
        AND (${since}::date IS NULL OR as_of >= (SELECT ${since}::date))
        AND (${without}::uuid[] IS NULL OR return_id <> ALL(${without}::uuid[]))
    )
    SELECT project_id, plan_year, plan_type, basis, source_code, as_of AS valid_from,
      coalesce(min(as_of) OVER next_date, 'infinity') AS valid_to, disbursed, completed, advance, id AS figure_id
    FROM reported WHERE rank = speaker
    WINDOW next_date AS (
      PARTITION BY project_id, plan_year, plan_type, basis ORDER BY as_of GROUPS BETWEEN 1 FOLLOWING AND 1 FOLLOWING
    )`;
}

const COLUMNS =
  'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id';

/**
 * SQL for the rows of `figuresAsKnownSql`, derived only for the projects in `changed` (a placeholder for ids, at least
 * those of `projectsWithChangedFigures`) and read from `disbursement_position` for all others: so that what it costs doesn't
 * grow with all that was ever reported.
 */
export function positionsAsKnownSql(knownAt: string, changed: string): string {
  return `
    SELECT ${COLUMNS} FROM capital.disbursement_position WHERE project_id <> ALL(${changed}::uuid[])
    UNION ALL
    SELECT ${COLUMNS} FROM (${figuresAsKnownSql(knownAt, changed)}) known`;
}

/** Ids of the projects of which the derived figures may say otherwise than was known at the instant. */
export async function projectsWithChangedFigures(manager: EntityManager, knownAt: Date): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH changed AS MATERIALIZED (${changedReturnsSql('$1')})
     SELECT DISTINCT project_id AS id FROM capital.figure WHERE return_id IN (SELECT return_id FROM changed)`,
    [knownAt],
  );
  return rows.map(({ id }) => id);
}
