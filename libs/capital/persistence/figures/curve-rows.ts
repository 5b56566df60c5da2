import type { EntityManager } from 'typeorm';
import { addDays, daysBetween, lastDay, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { NO_PACE, type PaceSums } from '../../domain/figures/moving-amounts';
import type { BlockedSql } from './concerns-sql';
import { linesSql, planSql, visibleSql } from './positions-sql';
import { type StoredCourse, storedStepsSql } from './stored-courses';
import type { DaySql, Stored } from './stored-standings';
import { forecastSql, standingsSql, SUM_PACE } from './standings-sql';

/** What was disbursed by a day. Whole đồng as text. */
export interface CurvePoint {
  readonly asOf: PlainDate;
  readonly disbursed: string | null;
  /** Of one source: what may be of it, but nobody splits. */
  readonly notSplit: string | null;
}

/** Where the pace leads by a day, going on as now or with blocked projects slower or standing still; null: it isn't known. */
export interface ForecastPoint {
  readonly asOf: PlainDate;
  readonly keepingPace: string | null;
  readonly blockedAtThreeQuarters: string | null;
  readonly blockedAtHalf: string | null;
  readonly blockedAtQuarter: string | null;
  readonly blockedStandStill: string | null;
}

/**
 * The sum over all planned projects after each day on which a figure began to hold. What is `stored` is read instead of derived, but of
 * the projects that were counted otherwise on the day.
 */
export function curvePoints(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: StoredCourse | null,
): Promise<CurvePoint[]> {
  const parameters = new Conditions();
  return manager.query<CurvePoint[]>(`${pointsSql(actor, query, parameters, stored)} ORDER BY day`, [
    ...parameters.parameters,
  ]);
}

/** SQL for the day of the newest of these points. */
export const newestPointSql =
  (actor: Actor, query: FiguresQuery, stored: StoredCourse): DaySql =>
  (parameters) =>
    `(SELECT max("asOf") FROM (${pointsSql(actor, query, parameters, stored)}) point)`;

function pointsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  stored: StoredCourse | null,
): string {
  const steps = [
    ...(stored === null
      ? []
      : [`SELECT *, NULL::numeric FROM (${storedStepsSql(stored, actor, query, parameters)}) stored`]),
    ...(stored === null || stored.otherwise.length > 0
      ? [`SELECT * FROM (${derivedStepsSql(actor, query, parameters, stored?.otherwise)}) derived`]
      : []),
  ];
  return `WITH step (day, disbursed, known, steps, not_split) AS (${steps.join(' UNION ALL ')}),
     moved AS (
       SELECT day, CASE WHEN sum(known) > 0 THEN sum(disbursed) END AS change, sum(not_split) AS not_split
       FROM step GROUP BY day HAVING sum(steps) > 0
     )
     SELECT day AS "asOf", sum(change) OVER (ORDER BY day) AS disbursed,
       nullif(sum(not_split) OVER (ORDER BY day), 0) AS "notSplit"
     FROM moved`;
}

/** SQL for what each day changed of what planned projects have disbursed, of all that the actor sees or of these alone. */
function derivedStepsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  projectIds?: readonly string[],
): string {
  const ids = projectIds === undefined ? undefined : `= ANY(${parameters.parameter(projectIds)}::uuid[])`;
  const visible = visibleSql(actor, query, parameters, ids);
  const lines = linesSql(
    query,
    parameters,
    ids === undefined ? {} : { of: `${ids} AND project_id IN (SELECT id FROM visible)` },
  );
  const day = `${parameters.parameter(query.asOf)}::date`;
  const steps = (from: string, amounts: string): string => `
       SELECT valid_from AS day, ${amounts.replaceAll('~', '')} FROM ${from} WHERE project_id IN (SELECT project_id FROM planned)
       UNION ALL
       SELECT valid_to, ${amounts.replaceAll('~', '-')} FROM ${from} WHERE project_id IN (SELECT project_id FROM planned)`;
  return `WITH ${visible}, ${lines},
     each (day, disbursed, not_split) AS (
       ${steps('reported_ever', '~disbursed, NULL::numeric')} UNION ALL ${steps('not_split_ever', 'NULL, ~not_split')}
     )
     SELECT day, sum(disbursed) AS disbursed, count(disbursed) AS known, count(*) AS steps, sum(not_split) AS not_split
     FROM each WHERE day <= ${day} GROUP BY day`;
}

/** The plan in force and as first assigned, and how fast its projects go; whole đồng as text, null: there is none. */
export interface CurvePlan extends PaceSums {
  readonly now: string | null;
  readonly initially: string | null;
}

/** The plan of a day, and where its projects lead from there. */
export interface CurveSums {
  readonly plan: CurvePlan;
  readonly forecast: readonly ForecastPoint[];
}

/**
 * The plan in force on the day and as first assigned, how fast its projects go, and with `ahead` where that leads: week by week to the last
 * day, each project by itself from its own newest report, up to its plan. Projects without a pace yet stay where they are.
 */
export async function curveSums(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
  ahead: { readonly blocked: BlockedSql | undefined } | null,
): Promise<CurveSums> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters, { stored });
  const blocked = ahead?.blocked === undefined ? 'false' : `id IN (${ahead.blocked(parameters)})`;
  const dates = `${parameters.parameter(ahead === null ? [] : weeksAhead(query))}::date[]`;
  const rows = await manager.query<(CurvePlan & (ForecastPoint | { readonly asOf: null }))[]>(
    `WITH ${standings},
     ${firstPlanSql(query, parameters)},
     going AS MATERIALIZED (
       SELECT as_of, planned, whole, pace, month_ago, month_ago_on, disbursed, not_split, forecast, is_silent,
         pace IS NOT NULL AND (whole < planned) IS NOT FALSE AS moves, ${blocked} AS blocked, ${IN_INTEGERS}
       FROM standing WHERE is_planned
     ),
     ahead AS (${aheadSql(dates)})
     SELECT sums.*, ahead.* FROM (
       SELECT sum(planned) AS now, ${isOfOtherPlan(query) ? 'NULL' : '(SELECT sum(amount) FROM first)'} AS initially, ${SUM_PACE}
       FROM going p
     ) sums LEFT JOIN ahead ON true ORDER BY "asOf"`,
    [...parameters.parameters],
  );
  return {
    plan: rows[0] ?? { ...NO_PACE, now: null, initially: null },
    forecast: rows.flatMap((row) => (row.asOf === null ? [] : [pointOf(row)])),
  };
}

const pointOf = (row: ForecastPoint): ForecastPoint => ({
  asOf: row.asOf,
  keepingPace: row.keepingPace,
  blockedAtThreeQuarters: row.blockedAtThreeQuarters,
  blockedAtHalf: row.blockedAtHalf,
  blockedAtQuarter: row.blockedAtQuarter,
  blockedStandStill: row.blockedStandStill,
});

const isOfOtherPlan = ({ planType }: FiguresQuery): boolean =>
  planType !== undefined && planType !== 'current-year';

/** SQL for the plan as `first` assigned, of the projects that are visible. */
function firstPlanSql({ planYear, knownAt, source }: FiguresQuery, parameters: Conditions): string {
  const year = `${parameters.parameter(planYear)}::int`;
  const ever = planSql(knownAt === undefined ? undefined : parameters.parameter(knownAt));
  const ofSource = source === undefined ? 'true' : `source_code = ${parameters.parameter(source)}`;
  return `assignment AS (
       SELECT * FROM ${ever} position WHERE plan_year = ${year} AND plan_type = 'current-year'
         AND project_id IN (SELECT id FROM visible)
     ),
     first AS (
       SELECT amount FROM assignment WHERE valid_from = (SELECT min(valid_from) FROM assignment) AND ${ofSource}
     )`;
}

/** Every seventh day from the figures' to the year's last, and that. */
function weeksAhead({ planYear, asOf }: FiguresQuery): PlainDate[] {
  const end = lastDay(planYear);
  const days = Math.max(0, daysBetween(asOf, end));
  const steps = Array.from({ length: Math.floor(days / 7) + 1 }, (_, week) => addDays(asOf, week * 7));
  return steps.at(-1) === end || days === 0 ? steps : [...steps, end];
}

/** From this amount on, đồng, twice what is gained times the days of a plan year might be past what an integer of PostgreSQL holds. */
const LARGE = '1e15';

/** SQL for the amounts of a project as integers, which are reckoned with in a tenth of the time; null where one is large. */
const IN_INTEGERS = ['planned', 'whole', 'greatest(whole - month_ago, 0)']
  .map((amount) => `CASE WHEN greatest(planned, whole) < ${LARGE} THEN (${amount})::bigint END`)
  .map((sql, nth) => `${sql} AS ${['planned_int', 'whole_int', 'gained_int'][nth] ?? ''}`)
  .join(', ');

/**
 * SQL for a `ForecastPoint` of each of the `dates`. Of what doesn't move one sum stands for all of them. Of what does, `forecastSql` at so
 * many quarters of the pace: at half its pace a project gets in so many days as far as at its pace in half of them, up to its plan.
 */
function aheadSql(dates: string): string {
  const exactly = (quarters: number): string =>
    quarters === 4 ? forecastSql('at - as_of') : forecastSql(`(at - as_of) * ${quarters / 4}`);
  // The same, rounded half up.
  const inIntegers = (quarters: number): string =>
    `least(planned_int, whole_int + (gained_int * (at - as_of) * ${quarters} + (as_of - month_ago_on) * 2)
           / ((as_of - month_ago_on) * 4))`;
  const moving = (forecast: (quarters: number) => string, which: string): string => `
         SELECT at, blocked, sum(${forecast(4)}) AS forecast, sum(${forecast(3)}) FILTER (WHERE blocked) AS three_quarters,
           sum(${forecast(2)}) FILTER (WHERE blocked) AS half, sum(${forecast(1)}) FILTER (WHERE blocked) AS quarter,
           sum(disbursed) FILTER (WHERE blocked) AS now
         FROM going, unnest(${dates}) AS at WHERE moves AND ${which} GROUP BY at, blocked`;
  const orAll = (column: string): string => `sum(CASE WHEN blocked THEN ${column} ELSE forecast END)`;
  return `
       SELECT at AS "asOf", sum(forecast) AS "keepingPace", ${orAll('three_quarters')} AS "blockedAtThreeQuarters",
         ${orAll('half')} AS "blockedAtHalf", ${orAll('quarter')} AS "blockedAtQuarter", ${orAll('now')} AS "blockedStandStill"
       FROM (${moving(inIntegers, 'whole_int IS NOT NULL')}
         UNION ALL ${moving(exactly, 'whole_int IS NULL')}
         UNION ALL
         SELECT at, false, disbursed, NULL, NULL, NULL, NULL
         FROM (SELECT sum(disbursed) AS disbursed FROM going WHERE NOT moves HAVING count(*) > 0) still, unnest(${dates}) AS at
       ) each GROUP BY at`;
}
