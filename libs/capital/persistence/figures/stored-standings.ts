import type { EntityManager } from 'typeorm';
import { PACE_DAYS, type PlainDate, plainDate, type PlanYear } from '@thongvon/kernel';
import { Conditions } from '@thongvon/platform';
import type { Basis, FiguresQuery } from '../../domain/figures/figures-query';
import { ALL_SOURCES, MEASURED_COLUMNS, measuredSql, type Stored } from './measured-sql';
import { linesSql } from './positions-sql';

/** After all that can be dated: what is in force then is in force from the newest change on. */
const LAST: PlainDate = plainDate('2199-12-31');

/** Of which figures standings are stored: those that each week's pages ask for. */
const BASIS: Basis = 'reported';

/** Of so many changed projects or more, deriving all is no dearer. */
const FEW = 500;

/**
 * What is stored may answer this question: null where it is asked what the Treasury or an estimate says, what was known earlier, or of
 * one plan type, where many projects have changed since the day, or before an upgrade has stored all. Read it in the transaction of the question.
 */
export async function storedFor(manager: EntityManager, query: FiguresQuery): Promise<Stored | null> {
  if (query.basis !== BASIS || query.knownAt !== undefined || query.planType !== undefined) return null;
  const since = query.source === undefined ? 'since' : 'since_split';
  const rows = await manager.query<{ id: string | null }[]>(
    `SELECT NULL AS id FROM platform.work_intent_ref WHERE job = 'store-standings' AND done_at IS NULL
     UNION ALL
     (SELECT DISTINCT project_id FROM capital.project_standing
      WHERE plan_year = $1 AND basis = $2 AND source_code = '${ALL_SOURCES}' AND ${since} > $3 LIMIT ${String(FEW)})`,
    [query.planYear, query.basis, query.asOf],
  );
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  return ids.length < rows.length || ids.length >= FEW ? null : { changedLater: ids };
}

/** Projects and years of which standings may have changed. */
export interface Touched {
  readonly projectIds: readonly string[];
  readonly planYears: readonly PlanYear[];
}

/**
 * Stores how these projects stand from their newest change on, in the place of what was stored before: after the positions that it is
 * counted from, in their transaction.
 */
export async function replaceStandings(
  manager: EntityManager,
  { projectIds, planYears }: Touched,
): Promise<void> {
  await manager.query(
    'DELETE FROM capital.project_standing WHERE project_id = ANY($1) AND plan_year = ANY($2)',
    [projectIds, planYears],
  );
  // What is counted from has no statistics: expecting a row or two, the planner would go through all of it for each project.
  await manager.query('SET LOCAL enable_nestloop = off');
  for (const planYear of planYears)
    for (const source of [undefined, ...(await sourcesOf(manager, projectIds, planYear))]) {
      const parameters = new Conditions();
      const asked = { planYear, basis: BASIS, ...(source === undefined ? {} : { source }) };
      const sql = insertSql(asked, parameters, projectIds);
      await manager.query(sql, [...parameters.parameters]);
    }
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

/** Stores the standings of all projects anew. */
export async function rebuildStandings(manager: EntityManager): Promise<void> {
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

async function sourcesOf(
  manager: EntityManager,
  projectIds: readonly string[],
  planYear: PlanYear,
): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `SELECT source_code AS code FROM capital.plan_position WHERE project_id = ANY($1) AND plan_year = $2
     UNION SELECT source_code FROM capital.disbursement_position WHERE project_id = ANY($1) AND plan_year = $2 ORDER BY code`,
    [projectIds, planYear],
  );
  return rows.map(({ code }) => code);
}

/**
 * A row where both ways of counting give the same stands for both. Of the figures only those in force since `start` are looked at:
 * nothing earlier is counted from, unless the project once had a source of which it has none now.
 */
function insertSql(
  asked: Pick<FiguresQuery, 'planYear' | 'basis' | 'source'>,
  parameters: Conditions,
  projectIds: readonly string[],
): string {
  const ids = `${parameters.parameter(projectIds)}::uuid[]`;
  const year = `${parameters.parameter(asked.planYear)}::int`;
  const of = `${parameters.parameter(asked.basis)}::text`;
  const code = `${parameters.parameter(asked.source ?? ALL_SOURCES)}::text`;
  const options = { of: `= ANY(${ids})`, figures: { own: 'recent', all: 'ever' } };
  const counted = (name: string, denominator: 'current-year-plan' | 'all-plan'): string => {
    const query = { ...asked, denominator, asOf: LAST };
    return `SELECT '${name}' AS counted, ${MEASURED_COLUMNS} FROM (
        WITH visible AS (SELECT unnest(${ids}) AS id), ${linesSql(query, parameters, options)}, ${measuredSql(query, parameters)}
        SELECT * FROM measured
      ) ${name.replace('-', '_')}`;
  };
  return `
    WITH ever AS MATERIALIZED (
      SELECT * FROM capital.disbursement_position
      WHERE project_id = ANY(${ids}) AND plan_year = ${year} AND basis IN (${of}, 'treasury')
    ),
    counting AS (
      SELECT project_id, CASE WHEN array_agg(source_code) FILTER (WHERE valid_to = 'infinity') @> array_agg(source_code)
        THEN min(valid_from) FILTER (WHERE valid_to = 'infinity') - ${PACE_DAYS} ELSE '-infinity' END AS start
      FROM ever GROUP BY project_id
    ),
    recent AS MATERIALIZED (SELECT ever.* FROM ever JOIN counting USING (project_id) WHERE valid_to > start),
    change AS (
      SELECT project_id, max(day) FILTER (WHERE is_own) AS since, max(day) AS since_split FROM (
        SELECT project_id, valid_from AS day, true AS is_own FROM capital.plan_position
        WHERE project_id = ANY(${ids}) AND plan_year = ${year}
        UNION ALL SELECT project_id, valid_from, basis = ${of} FROM ever
      ) each GROUP BY project_id
    ),
    september AS (
      SELECT project_id, sum(amount) AS planned_by_september FROM capital.plan_position
      WHERE project_id = ANY(${ids}) AND plan_year = ${year} AND plan_type = 'current-year'
        AND valid_from <= (${year} || '-09-30')::date AND valid_to > (${year} || '-09-30')::date
        AND (${code} = '${ALL_SOURCES}' OR source_code = ${code})
      GROUP BY project_id
    )
    INSERT INTO capital.project_standing (plan_year, basis, source_code, counted, since, since_split, planned_by_september, ${MEASURED_COLUMNS})
    SELECT ${year}, ${of}, ${code}, CASE count(*) WHEN 2 THEN 'both' ELSE min(counted) END, min(since), min(since_split),
      min(planned_by_september), ${MEASURED_COLUMNS}
    FROM (
      ${counted('current-year', 'current-year-plan')}
      UNION ALL ${counted('all-plan', 'all-plan')}
    ) way JOIN change USING (project_id) LEFT JOIN september USING (project_id)
    WHERE ${code} = '${ALL_SOURCES}' OR is_covered OR planned IS NOT NULL OR step_days IS NOT NULL
    GROUP BY ${MEASURED_COLUMNS}`;
}
