import { PACE_DAYS, type PlanYear, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { Conditions } from '@thongvon/platform';
import type { Basis } from '../../domain/figures/figures-query';
import { AFTER_ALL, ALL_SOURCES } from './course-sql';
import { COLUMNS, MEASURED_COLUMNS, measuredSql } from './measured-sql';
import { linesSql } from './positions-sql';

/** Of which figures standings are stored: those that each week's pages ask for. */
export const BASIS: Basis = 'reported';

/** Columns of `capital.project_standing`, in the order in which what follows gives them. */
export const STANDING_COLUMNS = `plan_year, basis, source_code, counted, since, since_split, planned_by_september, ${MEASURED_COLUMNS}`;

/**
 * SQL for which of these projects have all of these years' plan and figures of the year's own plan, and which of those (`of_one`) all of
 * one source, whether their figures say so or leave it open: rows (project_id, plan_year, is_own, of_one). `ids` and `years` are
 * placeholders.
 */
export function kindsOfStandingSql(ids: string, years: string): string {
  const of = `project_id = ANY(${ids}) AND plan_year = ANY(${years})`;
  // What has a plan of no named source, the Treasury may split by its own (`sourceSplitSql`).
  const isSplit = `EXISTS (
        SELECT FROM capital.disbursement_position stated
        WHERE (stated.project_id, stated.plan_year, stated.basis) = (plan.project_id, plan.plan_year, 'treasury') AND stated.source_code <> '${UNSPECIFIED_SOURCE}'
      )`;
  return `SELECT project_id, plan_year, coalesce(plan.is_own, true) AND coalesce(figures.is_own, true) AS is_own,
      coalesce(plan.is_own AND is_set AND (source <> '${UNSPECIFIED_SOURCE}' OR NOT ${isSplit}) AND coalesce(figures.is_own AND (first_source IS NULL OR (first_source, last_source) = (source, source)), true), false)
        AS of_one
    FROM (
      SELECT project_id, plan_year, bool_and(plan_type = 'current-year') AS is_own, min(source_code) AS source,
        min(source_code) = max(source_code) AND bool_or(valid_from <= '${AFTER_ALL}' AND valid_to > '${AFTER_ALL}' AND amount <> 0) AS is_set
      FROM capital.plan_position WHERE ${of} GROUP BY project_id, plan_year
    ) plan FULL JOIN (
      SELECT project_id, plan_year, bool_and(plan_type = 'current-year') AS is_own,
        min(source_code) FILTER (WHERE source_code <> '${UNSPECIFIED_SOURCE}') AS first_source,
        max(source_code) FILTER (WHERE source_code <> '${UNSPECIFIED_SOURCE}') AS last_source
      FROM capital.disbursement_position WHERE ${of} AND basis = '${BASIS}' GROUP BY project_id, plan_year
    ) figures USING (project_id, plan_year)`;
}

export interface Derived {
  readonly planYear: PlanYear;
  /** SQL for the ids of the projects. */
  readonly ids: string;
  readonly parameters: Conditions;
}

/**
 * SQL for what rows of a year are derived from: `ever`, all figures; `recent`, of those that boards report the ones in force since some
 * days before the newest, as nothing earlier is counted from, unless a plan type once had a source of which it has none now; `change`, the
 * days of the newest change; `by_september`, the plan without late supplements.
 */
function figuresOfYearSql(ids: string, year: string): string {
  return `
    ever AS MATERIALIZED (
      SELECT * FROM capital.disbursement_position
      WHERE project_id = ANY(${ids}) AND plan_year = ${year} AND basis IN ('${BASIS}', 'treasury')
    ),
    counting AS (
      SELECT project_id, CASE WHEN bool_and(is_still_there) THEN min(since) - ${PACE_DAYS} ELSE '-infinity' END AS start
      FROM (
        SELECT project_id, max(valid_to) = 'infinity' AS is_still_there, max(valid_from) AS since
        FROM ever WHERE basis = '${BASIS}' GROUP BY project_id, plan_type, source_code
      ) of_source GROUP BY project_id
    ),
    recent AS MATERIALIZED (
      SELECT ever.* FROM ever JOIN counting USING (project_id) WHERE basis = '${BASIS}' AND valid_to > start
    ),
    change AS (
      SELECT project_id, max(day) FILTER (WHERE is_own) AS since, max(day) AS since_split FROM (
        SELECT project_id, valid_from AS day, true AS is_own FROM capital.plan_position
        WHERE project_id = ANY(${ids}) AND plan_year = ${year}
        UNION ALL SELECT project_id, valid_from, basis = '${BASIS}' FROM ever
      ) each GROUP BY project_id
    ),
    by_september AS (
      SELECT project_id, source_code, amount FROM capital.plan_position
      WHERE project_id = ANY(${ids}) AND plan_year = ${year} AND plan_type = 'current-year'
        AND valid_from <= (${year} || '-09-30')::date AND valid_to > (${year} || '-09-30')::date
    )`;
}

/** SQL for the rows of projects that are `of_one` source (`kindsOfStandingSql`): that one stands as all sources together do. */
export function standingsOfOneSql({ planYear, ids, parameters }: Derived): string {
  const query = { planYear, basis: BASIS, denominator: 'current-year-plan', asOf: AFTER_ALL } as const;
  const year = `${parameters.parameter(planYear)}::int`;
  const lines = linesSql(query, parameters, {
    of: `= ANY(${ids})`,
    figures: { own: 'recent', all: 'ever' },
  });
  const columns = COLUMNS.map((name) =>
    name === 'derived'
      ? `CASE WHEN source_code NOT IN ('${ALL_SOURCES}', '${UNSPECIFIED_SOURCE}') THEN derived END`
      : name,
  ).join(', ');
  return `
    WITH ${figuresOfYearSql(ids, year)},
    september AS (SELECT project_id, sum(amount) AS planned_by_september FROM by_september GROUP BY project_id)
    SELECT ${year} AS plan_year, '${BASIS}' AS basis, source_code, 'both' AS counted, since, since_split, planned_by_september, ${columns}
    FROM (
      WITH visible AS (SELECT unnest(${ids}) AS id), ${lines}
      SELECT measured.*, ARRAY['${ALL_SOURCES}', in_force.source_code] AS source_codes FROM (
        WITH reported_ever AS (
          SELECT project_id, valid_from, valid_to, disbursed, completed, advance,
            CASE source_code WHEN '${UNSPECIFIED_SOURCE}' THEN 'derived' END AS source_by
          FROM reported_ever
        ), ${measuredSql(query, parameters, { hasSourceBy: true })}
        SELECT * FROM measured
      ) measured JOIN in_force USING (project_id)
    ) of_project JOIN change USING (project_id) LEFT JOIN september USING (project_id)
      CROSS JOIN LATERAL unnest(source_codes) AS source_code`;
}

/**
 * SQL for the rows of any projects. One where both ways of counting give the same stands for both; they do where all is of the year's own
 * plan (`isOwn`).
 */
export function standingsSql({ planYear, ids, parameters }: Derived, isOwn: boolean): string {
  const year = `${parameters.parameter(planYear)}::int`;
  const counted = (
    name: 'both' | 'current-year' | 'all-plan',
    denominator: 'current-year-plan' | 'all-plan',
  ): string => {
    const query = { planYear, basis: BASIS, denominator, asOf: AFTER_ALL };
    const lines = linesSql(query, parameters, {
      of: `= ANY(${ids})`,
      figures: { own: 'recent', all: 'ever' },
      bySource: 'ever',
    });
    return `SELECT '${name}' AS counted, source_code, ${MEASURED_COLUMNS} FROM (
        WITH visible AS (SELECT unnest(${ids}) AS id), ${lines}
        SELECT * FROM (
          WITH ${EACH_SOURCE}, ${measuredSql(query, parameters, { key: 'project_id, source_code', hasSourceBy: true })}
          SELECT * FROM measured
        ) by_key
      ) of_${name.replace('-', '_')}`;
  };
  return `
    WITH ${figuresOfYearSql(ids, year)},
    september AS (
      SELECT project_id, source_code, sum(amount) AS planned_by_september
      FROM (SELECT * FROM by_september UNION ALL SELECT project_id, '${ALL_SOURCES}', amount FROM by_september) each
      GROUP BY project_id, source_code
    )
    SELECT ${year} AS plan_year, '${BASIS}' AS basis, source_code, CASE count(*) WHEN 2 THEN 'both' ELSE min(counted) END AS counted,
      min(since) AS since, min(since_split) AS since_split, min(planned_by_september) AS planned_by_september, ${MEASURED_COLUMNS}
    FROM (
      ${
        isOwn
          ? counted('both', 'current-year-plan')
          : `${counted('current-year', 'current-year-plan')} UNION ALL ${counted('all-plan', 'all-plan')}`
      }
    ) way JOIN change USING (project_id) LEFT JOIN september USING (project_id, source_code)
    WHERE source_code = '${ALL_SOURCES}' OR is_covered OR planned IS NOT NULL OR planned_by_september IS NOT NULL OR step_days IS NOT NULL
    GROUP BY source_code, ${MEASURED_COLUMNS}`;
}

/**
 * What `linesSql` gives, in its own names, for each source as if it were asked for and for all together. In the order in which they are
 * read: a name stands for what it was until it is given anew.
 */
const EACH_SOURCE = `
          reported_ever AS (
            SELECT project_id, '${ALL_SOURCES}' AS source_code, valid_from, valid_to, disbursed, completed, advance, NULL::text AS source_by
            FROM reported_ever
            UNION ALL SELECT project_id, source_code, valid_from, valid_to, disbursed, completed, advance, source_by FROM by_source
          ),
          not_split_ever AS (SELECT project_id, source_code, valid_from, valid_to, not_split FROM not_split_by_source),
          covered AS (SELECT project_id, '${ALL_SOURCES}' AS source_code FROM in_force UNION SELECT project_id, source_code FROM in_force),
          planned AS (SELECT * FROM covered UNION SELECT project_id, '${UNSPECIFIED_SOURCE}' FROM in_force),
          plan AS (
            SELECT project_id, '${ALL_SOURCES}' AS source_code, amount FROM plan
            UNION ALL SELECT project_id, source_code, amount FROM plan
          ),
          in_force AS (SELECT * FROM covered UNION SELECT project_id, source_code FROM by_september)`;
