import type { EntityManager } from 'typeorm';
import type { PlanYear } from '@thongvon/kernel';
import { Conditions } from '@thongvon/platform';
import { forgetGroupingChanges, takeGroupingChanges } from '@thongvon/projects';
import { AFTER_ALL, ALL_SOURCES } from './course-sql';
import { storeFirstPlanSql } from './first-plan-sql';
import { storeForecast } from './forecast-sql';
import { visibleSql } from './positions-sql';
import { STORED_SUMS, type Touched } from './stored-standings';
import { columnsOf, endOf, projectsSql, RATE_SQL, SUM_KEYS, SUMMED } from './sums-sql';

/** Of so many projects sums are stored in one transaction. */
const AT_ONCE = 5_000;

/** An office with so many projects is summed with any of them, a larger one only with a return about a `PART`-th of its projects. */
const AT_HAND = 500;
const PART = 4;

/** An office's projects of a year, whose sums are stored together. */
interface OfficeYear {
  readonly office: string;
  readonly year: PlanYear;
}

/**
 * Stores the sums of the offices that hold these projects, after how they stand, in their transaction. Those of offices whose projects the
 * register groups otherwise now come with them. Two approvals of one office wait for each other here; the offices are locked in one order.
 * True: some of these have too many projects for it; they are summed when they are asked for until `storeWaiting` has stored them.
 */
export async function replaceSums(
  manager: EntityManager,
  { projectIds, planYears }: Touched,
): Promise<boolean> {
  const offices = await officesHolding(manager, projectIds);
  const regrouped = await takeGroupingChanges(manager, offices);
  const touched = await manager.query<OfficeYear[]>(
    `INSERT INTO capital.summed_office (office_id, plan_year, is_summed)
     SELECT office, year, false FROM (
       SELECT office, year FROM unnest($1::uuid[]) office CROSS JOIN unnest($2::int[]) year
       UNION SELECT office, year FROM unnest($3::uuid[]) office
         CROSS JOIN (SELECT DISTINCT plan_year AS year FROM capital.summed_office) known
     ) each ORDER BY office, year
     ON CONFLICT (office_id, plan_year) DO UPDATE SET is_summed = false
     RETURNING office_id AS office, plan_year AS year`,
    [offices, planYears, regrouped],
  );
  const affordable = await affordableOf(manager, touched, projectIds);
  await store(manager, affordable);
  await markStored(manager, affordable);
  return affordable.length < touched.length;
}

/** An office whose sums wait to be stored; `mark` is another after each approval that marks it. */
interface Waiting extends OfficeYear {
  readonly mark: string;
}

/**
 * Stores the sums of one of the offices that wait for it. No approval waits meanwhile: one that marks the office before this ends leaves
 * it waiting, whatever was stored, and stores it or asks for it itself. True: others wait.
 */
export async function storeWaiting(manager: EntityManager): Promise<boolean> {
  const waiting = await manager.query<Waiting[]>(
    `SELECT office_id AS office, plan_year AS year, xmin::text AS mark FROM capital.summed_office WHERE NOT is_summed
     ORDER BY office_id, plan_year LIMIT 2`,
  );
  const [first] = waiting;
  if (!first) return false;
  await store(manager, [first]);
  await manager.query(
    `UPDATE capital.summed_office SET is_summed = true WHERE (office_id, plan_year) IN (
       SELECT office_id, plan_year FROM capital.summed_office
       WHERE office_id = $1 AND plan_year = $2 AND xmin::text = $3 FOR NO KEY UPDATE SKIP LOCKED)`,
    [first.office, first.year, first.mark],
  );
  return waiting.length > 1;
}

/** Stores the sums of all offices anew, and marks that it was done: without this mark all are summed when they are asked for. */
export async function rebuildSums(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO capital.derivation (name) VALUES ('${STORED_SUMS}') ON CONFLICT (name) DO NOTHING`,
  );
  await forgetGroupingChanges(manager);
  for (const table of [...TABLES, 'summed_office']) await manager.query(`DELETE FROM capital.${table}`);
  const all = await manager.query<OfficeYear[]>(
    `SELECT DISTINCT coalesce(p.owner_id, p.registered_by) AS office, s.plan_year AS year
     FROM capital.project_standing s JOIN projects.project_ref p ON p.id = s.project_id ORDER BY year, office`,
  );
  await manager.query(
    `INSERT INTO capital.summed_office (office_id, plan_year, is_summed)
     SELECT office, year, false FROM jsonb_to_recordset($1) AS each (office uuid, year int)`,
    [JSON.stringify(all)],
  );
  await store(manager, all);
  await markStored(manager, all);
}

async function officesHolding(manager: EntityManager, projectIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT DISTINCT coalesce(owner_id, registered_by) AS id FROM projects.project_ref WHERE id = ANY($1)',
    [projectIds],
  );
  return rows.map(({ id }) => id);
}

/** SQL of how many projects an `office` holds; of more than are stored at once it isn't said. */
const PROJECTS_OF_OFFICE = `(SELECT count(*) FROM (
  SELECT FROM projects.project_ref p WHERE coalesce(p.owner_id, p.registered_by) = office LIMIT ${String(AT_ONCE + 1)}) held)`;

/** Those of these offices that have few projects, or few for what is touched of them, as many as are stored at once. Smallest first. */
async function affordableOf(
  manager: EntityManager,
  touched: readonly OfficeYear[],
  projectIds: readonly string[],
): Promise<OfficeYear[]> {
  return manager.query<OfficeYear[]>(
    `WITH touching AS (
       SELECT coalesce(owner_id, registered_by) AS office, count(*) AS touching FROM projects.project_ref WHERE id = ANY($2) GROUP BY 1
     ),
     sized AS (
       SELECT office, year, coalesce(touching, 0) AS touching, ${PROJECTS_OF_OFFICE} AS projects
       FROM jsonb_to_recordset($1) AS touched (office uuid, year int) LEFT JOIN touching USING (office)
     )
     SELECT office, year FROM (
       SELECT office, year, sum(projects) OVER (ORDER BY projects, office, year) AS until FROM sized
       WHERE projects <= greatest(${String(AT_HAND)}, touching * ${String(PART)})
     ) small WHERE until <= ${String(AT_ONCE)} ORDER BY year, office`,
    [JSON.stringify(touched), projectIds],
  );
}

/** What is stored of the sums of offices. */
const TABLES = ['standing_sum', 'standing_step', 'standing_forecast', 'first_plan'];

/** What is stored of these offices is what their projects come to now. One at a time stores those of an office. */
async function store(manager: EntityManager, all: readonly OfficeYear[]): Promise<void> {
  for (const year of new Set(all.map((one) => one.year))) {
    const offices = all.flatMap((one) => (one.year === year ? [one.office] : []));
    const of = [year, offices];
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('${STORED_SUMS} ' || office, $1::int))
       FROM (SELECT unnest($2::text[]) AS office ORDER BY office) each`,
      of,
    );
    for (const table of TABLES)
      await manager.query(`DELETE FROM capital.${table} WHERE plan_year = $1 AND office_id = ANY($2)`, of);
    for (const write of [sumsOfYearSql, stepsOfYearSql, firstPlansSql]) {
      const parameters = new Conditions();
      await manager.query(write(year, offices, parameters), [...parameters.parameters]);
    }
    for (const office of offices)
      await storeForecast(manager, office, year, (parameters) => standingsOf(year, [office], parameters));
  }
}

/** What was stored of these offices, which the transaction has marked or founded, is to be read. */
async function markStored(manager: EntityManager, all: readonly OfficeYear[]): Promise<void> {
  await manager.query(
    `UPDATE capital.summed_office SET is_summed = true
     WHERE (office_id, plan_year) IN (SELECT office, year FROM jsonb_to_recordset($1) AS stored (office uuid, year int))`,
    [JSON.stringify(all)],
  );
}

/** SQL for `visible` projects of these offices as they are now. */
function visibleOf(planYear: PlanYear, offices: readonly string[], parameters: Conditions): string {
  // As an array they are looked up by their index.
  const held = `= ANY(ARRAY(SELECT of.id FROM projects.project_ref of
    WHERE coalesce(of.owner_id, of.registered_by) = ANY(${parameters.parameter(offices)}::uuid[])))`;
  return visibleSql({ scope: offices }, { asOf: AFTER_ALL, planYear }, parameters, held);
}

/** The same, and `measured`, all that is stored of these in a year. */
function standingsOf(planYear: PlanYear, offices: readonly string[], parameters: Conditions): string {
  return `${visibleOf(planYear, offices, parameters)},
    measured AS NOT MATERIALIZED (
      SELECT * FROM capital.project_standing WHERE plan_year = ${parameters.parameter(planYear)}::int
    )`;
}

/** Of which standings a row is. */
const OF = 'p.plan_year, p.basis, p.source_code, p.counted, p.office_id';

function sumsOfYearSql(planYear: PlanYear, offices: readonly string[], parameters: Conditions): string {
  const summed = {
    ...SUMMED,
    planned_by_september: 'sum(p.planned_by_september)',
    lines_by_september:
      'count(*) FILTER (WHERE p.planned_by_september IS NOT NULL OR p.is_planned AND p.as_of IS NOT NULL)::int',
    treasury_differs: 'count(*) FILTER (WHERE t.of_year <> p.whole)::int',
    treasury_differs_all_plan: 'count(*) FILTER (WHERE t.of_all <> p.whole)::int',
    rates: `array_agg(${RATE_SQL} ORDER BY ${RATE_SQL}) FILTER (WHERE ${RATE_SQL} IS NOT NULL)`,
  };
  const keys = `${OF}, ${SUM_KEYS}`;
  return `WITH ${standingsOf(planYear, offices, parameters)},
    stated AS (
      SELECT project_id, source_code, plan_type, disbursed FROM capital.disbursement_position
      WHERE plan_year = ${parameters.parameter(planYear)}::int AND basis = 'treasury' AND valid_to = 'infinity'
        AND project_id IN (SELECT id FROM visible)
    ),
    treasury AS (
      SELECT project_id, source_code, sum(disbursed) FILTER (WHERE plan_type = 'current-year') AS of_year, sum(disbursed) AS of_all
      FROM (SELECT * FROM stated UNION ALL SELECT project_id, '${ALL_SOURCES}', plan_type, disbursed FROM stated) each
      GROUP BY project_id, source_code
    )
    INSERT INTO capital.standing_sum (${keys.replaceAll('p.', '')}, commune, by_commune, ${Object.keys(summed).join(', ')})
    SELECT ${keys}, p.commune, grouping(p.commune) = 0, ${columnsOf(summed)}
    FROM (${projectsSql(endOf({ planYear }, parameters))}) p LEFT JOIN treasury t USING (project_id, source_code)
    GROUP BY GROUPING SETS ((${keys}), (${keys}, p.commune))`;
}

/** What was in force from one change to the next, and before the first one: where there is none, all the time. */
function stepsOfYearSql(planYear: PlanYear, offices: readonly string[], parameters: Conditions): string {
  const keys = `${OF}, p.owner_key, p.kind, p.group_code`;
  return `WITH ${standingsOf(planYear, offices, parameters)}
    INSERT INTO capital.standing_step (${keys.replaceAll('p.', '')}, from_day, to_day, disbursed, since, open)
    SELECT ${keys}, step.from_day, step.to_day, sum(step.disbursed), max(step.since), sum(step.open)
    FROM (${projectsSql(endOf({ planYear }, parameters))}) p CROSS JOIN LATERAL (
      SELECT '-infinity'::date AS from_day, p.step_days[1] AS to_day, p.month_ago AS disbursed, p.month_ago_on AS since, p.month_ago_open AS open
      UNION ALL
      SELECT day, coalesce(p.step_days[place + 1], 'infinity'), disbursed, since, open
      FROM unnest(p.step_days, p.step_disbursed, p.step_on, p.step_open) WITH ORDINALITY AS each (day, disbursed, since, open, place)
    ) step
    WHERE p.is_planned AND p.has_amount AND p.step_days IS NOT NULL
    GROUP BY ${keys}, step.from_day, step.to_day`;
}

function firstPlansSql(planYear: PlanYear, offices: readonly string[], parameters: Conditions): string {
  return storeFirstPlanSql(planYear, visibleOf(planYear, offices, parameters), parameters);
}
