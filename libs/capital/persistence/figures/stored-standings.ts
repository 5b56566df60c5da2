import type { EntityManager } from 'typeorm';
import { PACE_DAYS, PLAN_TYPES, type PlainDate, type PlanYear, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import { Conditions } from '@thongvon/platform';
import type { Basis, FiguresQuery } from '../../domain/figures/figures-query';
import { AFTER_ALL, ALL_SOURCES } from './course-sql';
import { COLUMNS, LINE, LINES_BY_SOURCE, MEASURED_COLUMNS, measuredSql } from './measured-sql';
import { linesSql } from './positions-sql';

/** The name of what is stored here among what has been derived whole. */
const STORED = 'project_standing';

/** Of which figures standings are stored: those that each week's pages ask for. */
const BASIS: Basis = 'reported';

/** Of so many changed projects or more, deriving all is no dearer. */
const FEW = 500;

/** What `capital.project_standing` can answer of a day: all but the projects that have changed since. */
export interface Stored {
  /** Ids of projects with a change after the day that is asked for. */
  readonly changedLater: readonly string[];
}

/** SQL for a day that another part of the statement tells; it adds its parameters. */
export type DaySql = (parameters: Conditions) => string;

/** A question on a day that is known, or that PostgreSQL is to find. */
export type QueryOnDay = Omit<FiguresQuery, 'asOf'> & { readonly asOf: PlainDate | DaySql };

export const daySql = ({ asOf }: QueryOnDay, parameters: Conditions): string =>
  typeof asOf === 'string' ? `${parameters.parameter(asOf)}::date` : asOf(parameters);

/**
 * SQL condition for few rows. The bound that all dates are within tells the planner so where it doesn't know the day: of two bounds it
 * expects one row in 200, of one a third of them, for which it would go through the whole table.
 */
export const laterSql = (column: string, day: string): string =>
  `${column} > ${day} AND ${column} <= 'infinity'`;

/**
 * What is stored may answer this question: null where it is asked what the Treasury or an estimate says, what was known earlier, or of
 * one plan type, where many projects have changed since the day, or before an upgrade has stored all. With `bySource` the question also
 * asks which source amounts are of, which the Treasury's statements say as well. Read it in the transaction of the question.
 */
export async function storedFor(
  manager: EntityManager,
  query: QueryOnDay,
  { bySource = query.source !== undefined } = {},
): Promise<Stored | null> {
  if (query.basis !== BASIS || query.knownAt !== undefined || query.planType !== undefined) return null;
  const since = bySource ? 'since_split' : 'since';
  const parameters = new Conditions();
  const year = parameters.parameter(query.planYear);
  const basis = parameters.parameter(query.basis);
  const rows = await manager.query<{ id: string | null }[]>(
    `SELECT NULL AS id WHERE NOT EXISTS (SELECT FROM capital.derivation WHERE name = '${STORED}')
     UNION ALL
     (SELECT DISTINCT project_id FROM capital.project_standing
      WHERE plan_year = ${year} AND basis = ${basis} AND source_code = '${ALL_SOURCES}' AND ${laterSql(since, daySql(query, parameters))}
      LIMIT ${String(FEW)})`,
    [...parameters.parameters],
  );
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  return ids.length < rows.length || ids.length >= FEW ? null : { changedLater: ids };
}

/** `measured` of the stored rows, and derived for the few projects that have changed since the day. */
export function storedSql({ changedLater }: Stored, query: FiguresQuery, parameters: Conditions): string {
  const source = `${parameters.parameter(query.source ?? ALL_SOURCES)}::text`;
  const rows = `${storedRowsSql(query, parameters)} AND source_code = ${source}`;
  if (changedLater.length === 0) return `measured AS (${rows})`;
  const ids = `${parameters.parameter(changedLater)}::uuid[]`;
  return `measured AS (
      SELECT ${MEASURED_COLUMNS} FROM (${rows} AND project_id <> ALL(${ids})) stored
      UNION ALL
      SELECT ${MEASURED_COLUMNS} FROM (
        WITH visible AS (SELECT unnest(${ids}) AS id), ${linesSql(query, parameters)}, ${measuredSql(query, parameters)}
        SELECT * FROM measured
      ) changed
    )`;
}

function storedRowsSql(query: FiguresQuery, parameters: Conditions): string {
  const counted = query.denominator === 'all-plan' ? 'all-plan' : 'current-year';
  const late = query.denominator === 'excluding-late-supplements';
  return `SELECT ${late ? WITHOUT_LATE : MEASURED_COLUMNS}, source_code
      FROM capital.project_standing
      WHERE plan_year = ${parameters.parameter(query.planYear)}::int AND basis = ${parameters.parameter(query.basis)}::text
        AND counted IN ('${counted}', 'both')`;
}

/** The same of the stored rows, a project's lines of a source in one. */
export function storedBySourceSql(
  { changedLater }: Stored,
  asked: FiguresQuery,
  parameters: Conditions,
): string {
  const { source: _, ...query } = asked;
  const rows = `SELECT ${LINE} FROM (${storedRowsSql(query, parameters)}
        AND source_code <> '${ALL_SOURCES}') stored WHERE is_planned AND (planned IS NOT NULL OR as_of IS NOT NULL)`;
  if (changedLater.length === 0) return rows;
  const ids = `${parameters.parameter(changedLater)}::uuid[]`;
  return `${rows} AND project_id <> ALL(${ids})
      UNION ALL
      SELECT * FROM (
        WITH visible AS (SELECT unnest(${ids}) AS id), ${linesSql(query, parameters, { bySource: true })} ${LINES_BY_SOURCE}
      ) changed`;
}

/** What is `measured`, planned without late supplements. */
const WITHOUT_LATE = COLUMNS.map((name) =>
  name === 'planned' ? 'planned_by_september AS planned' : name,
).join(', ');

/** Projects and years of which standings may have changed. */
export interface Touched {
  readonly projectIds: readonly string[];
  readonly planYears: readonly PlanYear[];
}

/**
 * Stores how these projects stand from their newest change on, in the place of what was stored before: after the positions that it is
 * counted from, in their transaction. All years and sources are one statement.
 */
export async function replaceStandings(
  manager: EntityManager,
  { projectIds, planYears }: Touched,
): Promise<void> {
  if (planYears.length === 0) return;
  await manager.query(
    'DELETE FROM capital.project_standing WHERE project_id = ANY($1) AND plan_year = ANY($2)',
    [projectIds, planYears],
  );
  const apart = await yearsWithOtherPlans(manager, projectIds, planYears);
  const parameters = new Conditions();
  const ids = `${parameters.parameter(projectIds)}::uuid[]`;
  const parts = planYears.map(
    (year) =>
      `SELECT * FROM (${standingsOfYearSql(year, parameters, { ids, ofYearAlone: !apart.includes(year) })}) of_${String(year)}`,
  );
  // What is counted from has no statistics: expecting a row or two, the planner would go through all of it for each project.
  await manager.query('SET LOCAL enable_nestloop = off');
  await manager.query(
    `INSERT INTO capital.project_standing
       (plan_year, basis, source_code, counted, since, since_split, planned_by_september, ${MEASURED_COLUMNS}) ${parts.join(' UNION ALL ')}`,
    [...parameters.parameters],
  );
  await manager.query('SET LOCAL enable_nestloop = on');
}

/** The years of which a return has figures. What the Treasury states also says of which source is what boards report. */
export async function reportedYearsOf(manager: EntityManager, returnId: string): Promise<PlanYear[]> {
  const rows = await manager.query<{ year: PlanYear }[]>(
    `SELECT DISTINCT plan_year AS year FROM capital.figure WHERE return_id = $1 AND basis IN ('${BASIS}', 'treasury')`,
    [returnId],
  );
  return rows.map(({ year }) => year);
}

/** How many projects are derived at once when all are. */
const PORTION = 2_000;

/** Stores the standings of all projects anew, and that it was done: without this mark questions derive. */
export async function rebuildStandings(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO capital.derivation (name) VALUES ('${STORED}') ON CONFLICT (name) DO NOTHING`,
  );
  await manager.query('DELETE FROM capital.project_standing');
  const rows = await manager.query<{ id: string; years: PlanYear[] }[]>(
    `SELECT project_id AS id, array_agg(DISTINCT plan_year) AS years FROM (
       SELECT project_id, plan_year FROM capital.plan_position UNION SELECT project_id, plan_year FROM capital.disbursement_position
     ) each GROUP BY project_id ORDER BY project_id`,
  );
  for (let at = 0; at < rows.length; at += PORTION) {
    const portion = rows.slice(at, at + PORTION);
    const planYears = [...new Set(portion.flatMap(({ years }) => years))];
    await replaceStandings(manager, { projectIds: portion.map(({ id }) => id), planYears });
  }
}

/** Years in which any of the projects has plan or figures of another than the year's own plan: only there both ways of counting differ. */
async function yearsWithOtherPlans(
  manager: EntityManager,
  projectIds: readonly string[],
  planYears: readonly PlanYear[],
): Promise<PlanYear[]> {
  const of = `project_id = ANY($1) AND plan_year = ANY($2) AND plan_type = ANY($3)`;
  const rows = await manager.query<{ year: PlanYear }[]>(
    `SELECT plan_year AS year FROM capital.plan_position WHERE ${of}
     UNION SELECT plan_year FROM capital.disbursement_position WHERE ${of}`,
    [projectIds, planYears, PLAN_TYPES.filter((type) => type !== 'current-year')],
  );
  return rows.map(({ year }) => year);
}

/**
 * SQL for the rows of a year. One where both ways of counting give the same stands for both; they do where all is of the year's own plan.
 * Of the figures only those in force since `start` are looked at: nothing earlier is counted from, unless a plan type once had a source of
 * which it has none now.
 */
function standingsOfYearSql(
  planYear: PlanYear,
  parameters: Conditions,
  { ids, ofYearAlone }: { readonly ids: string; readonly ofYearAlone: boolean },
): string {
  const year = `${parameters.parameter(planYear)}::int`;
  const of = `${parameters.parameter(BASIS)}::text`;
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
    WITH ever AS MATERIALIZED (
      SELECT * FROM capital.disbursement_position
      WHERE project_id = ANY(${ids}) AND plan_year = ${year} AND basis IN (${of}, 'treasury')
    ),
    counting AS (
      SELECT project_id, CASE WHEN bool_and(is_whole) THEN min(since) - ${PACE_DAYS} ELSE '-infinity' END AS start
      FROM (
        SELECT project_id, array_agg(source_code) FILTER (WHERE valid_to = 'infinity') @> array_agg(source_code) AS is_whole,
          min(valid_from) FILTER (WHERE valid_to = 'infinity') AS since
        FROM ever WHERE basis = ${of} GROUP BY project_id, plan_type
      ) of_type GROUP BY project_id
    ),
    recent AS MATERIALIZED (SELECT ever.* FROM ever JOIN counting USING (project_id) WHERE basis = ${of} AND valid_to > start),
    change AS (
      SELECT project_id, max(day) FILTER (WHERE is_own) AS since, max(day) AS since_split FROM (
        SELECT project_id, valid_from AS day, true AS is_own FROM capital.plan_position
        WHERE project_id = ANY(${ids}) AND plan_year = ${year}
        UNION ALL SELECT project_id, valid_from, basis = ${of} FROM ever
      ) each GROUP BY project_id
    ),
    by_september AS (
      SELECT project_id, source_code, amount FROM capital.plan_position
      WHERE project_id = ANY(${ids}) AND plan_year = ${year} AND plan_type = 'current-year'
        AND valid_from <= (${year} || '-09-30')::date AND valid_to > (${year} || '-09-30')::date
    ),
    september AS (
      SELECT project_id, source_code, sum(amount) AS planned_by_september
      FROM (SELECT * FROM by_september UNION ALL SELECT project_id, '${ALL_SOURCES}', amount FROM by_september) each
      GROUP BY project_id, source_code
    )
    SELECT ${year} AS plan_year, ${of} AS basis, source_code, CASE count(*) WHEN 2 THEN 'both' ELSE min(counted) END AS counted,
      min(since) AS since, min(since_split) AS since_split, min(planned_by_september) AS planned_by_september, ${MEASURED_COLUMNS}
    FROM (
      ${
        ofYearAlone
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
