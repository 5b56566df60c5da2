import { planAsKnownSql, plansCounted, positionsAsKnownSql } from '@thongvon/capital';
import { changedReturnsSql } from '@thongvon/returns';

/**
 * SQL for the projects of which the derived plan and figures may say otherwise than was known at the instant in
 * `knownAt`. Rows (id).
 */
export function changedProjectsSql(knownAt: string): string {
  return `
    WITH changed AS MATERIALIZED (${changedReturnsSql(knownAt)})
    SELECT project_id AS id FROM capital.figure_ref WHERE return_id IN (SELECT return_id FROM changed)
    UNION SELECT project_id FROM capital.allocation_ref WHERE return_id IN (SELECT return_id FROM changed)`;
}

/** Placeholders of `linesSql`. */
interface Given {
  readonly years: string;
  readonly asOf: string;
  readonly knownAt: string;
  /** Ids of `changedProjectsSql`. */
  readonly changed: string;
}

/**
 * SQL for plan and figures (as reported) in force on a day, as known at an instant: rows (project_id, plan_year, plan_type,
 * source_code, planned, planned_before_late, disbursed, completed, advance, figure_as_of, allocation_id, figure_id). What nothing
 * has changed since is read from the derived tables, the rest is derived from the ledgers by the same definition.
 */
export function linesSql({ years, asOf, knownAt, changed }: Given): string {
  const grain = 'project_id, plan_year, plan_type, source_code';
  const planColumns = `${grain}, valid_from, valid_to, amount, allocation_id`;
  const plan = `(
    SELECT ${planColumns} FROM capital.plan_position_ref WHERE project_id <> ALL(${changed}::uuid[])
    UNION ALL SELECT ${planColumns} FROM (${planAsKnownSql(knownAt, changed)}) known
  )`;
  const on = (day: string): string =>
    `plan_year = ANY(${years}::int[]) AND valid_from <= ${day} AND valid_to > ${day}`;
  const day = `${asOf}::date`;
  const { planDate } = plansCounted('excluding-late-supplements', 'plan_year', day);
  return `
    SELECT ${grain}, max(planned) AS planned, max(before_late) AS planned_before_late, max(disbursed) AS disbursed,
      max(completed) AS completed, max(advance) AS advance, max(figure_as_of) AS figure_as_of,
      max(allocation_id) AS allocation_id, max(figure_id) AS figure_id
    FROM (
      SELECT ${grain}, amount AS planned, NULL::numeric AS before_late, NULL::numeric AS disbursed, NULL::numeric AS completed,
        NULL::numeric AS advance, NULL::date AS figure_as_of, allocation_id, NULL::bigint AS figure_id
      FROM ${plan} plan WHERE ${on(day)}
      UNION ALL
      SELECT ${grain}, NULL, amount, NULL, NULL, NULL, NULL, NULL, NULL FROM ${plan} plan WHERE ${on(planDate)}
      UNION ALL
      SELECT ${grain}, NULL, NULL, disbursed, completed, advance, valid_from, NULL, figure_id
      FROM (${positionsAsKnownSql(knownAt, changed)}) reported WHERE basis = 'reported' AND ${on(day)}
    ) part
    GROUP BY ${grain}`;
}
