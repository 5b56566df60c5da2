import type { EntityManager } from 'typeorm';
import { addDays, daysBetween, lastDay, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { NO_PACE, type PaceSums } from '../../domain/figures/moving-amounts';
import { linesSql, planSql, visibleSql } from './positions-sql';
import { type StoredCourse, storedStepsSql } from './stored-courses';
import type { Stored } from './stored-standings';
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
  const steps = [
    ...(stored === null
      ? []
      : [`SELECT *, NULL::numeric FROM (${storedStepsSql(stored, actor, query, parameters)}) stored`]),
    ...(stored === null || stored.otherwise.length > 0
      ? [`SELECT * FROM (${derivedStepsSql(actor, query, parameters, stored?.otherwise)}) derived`]
      : []),
  ];
  return manager.query<CurvePoint[]>(
    `WITH step (day, disbursed, known, steps, not_split) AS (${steps.join(' UNION ALL ')}),
     moved AS (
       SELECT day, CASE WHEN sum(known) > 0 THEN sum(disbursed) END AS change, sum(not_split) AS not_split
       FROM step GROUP BY day HAVING sum(steps) > 0
     )
     SELECT day AS "asOf", sum(change) OVER (ORDER BY day) AS disbursed,
       nullif(sum(not_split) OVER (ORDER BY day), 0) AS "notSplit"
     FROM moved ORDER BY day`,
    [...parameters.parameters],
  );
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
interface CurvePlan extends PaceSums {
  readonly now: string | null;
  readonly initially: string | null;
}

/** The plan in force on the day and as first assigned, and how fast its projects go. */
export async function curvePlan(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
): Promise<CurvePlan> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters, { stored });
  const year = `${parameters.parameter(query.planYear)}::int`;
  const ever = planSql(query.knownAt === undefined ? undefined : parameters.parameter(query.knownAt));
  const source = query.source === undefined ? 'true' : `source_code = ${parameters.parameter(query.source)}`;
  const isOtherType = query.planType !== undefined && query.planType !== 'current-year';
  const [row] = await manager.query<CurvePlan[]>(
    `WITH ${standings},
     assignment AS (
       SELECT * FROM ${ever} position WHERE plan_year = ${year} AND plan_type = 'current-year'
         AND project_id IN (SELECT id FROM visible)
     ),
     first AS (
       SELECT amount FROM assignment WHERE valid_from = (SELECT min(valid_from) FROM assignment) AND ${source}
     )
     SELECT sum(planned) AS now, ${isOtherType ? 'NULL' : '(SELECT sum(amount) FROM first)'} AS initially,
       ${SUM_PACE} FROM standing p WHERE is_planned`,
    [...parameters.parameters],
  );
  return row ?? { ...NO_PACE, now: null, initially: null };
}

/**
 * Week by week to the last day, each project by itself from its own newest report, up to its plan. Nothing where a project that
 * isn't finished has been silent for too long; projects without a pace yet stay where they are.
 */
export function curveForecast(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  blocked: readonly string[],
  stored: Stored | null,
): Promise<ForecastPoint[]> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters, { stored });
  const end = lastDay(query.planYear);
  const days = Math.max(0, daysBetween(query.asOf, end));
  const steps = Array.from({ length: Math.floor(days / 7) + 1 }, (_, week) => addDays(query.asOf, week * 7));
  const dates = steps.at(-1) === end || days === 0 ? steps : [...steps, end];
  const at = parameters.parameter(dates);
  const still = parameters.parameter(blocked);
  // At half its pace a project gets in so many days as far as at its pace in half of them, up to its plan.
  const slower = (pace: number): string =>
    `sum(CASE WHEN blocked THEN coalesce(${forecastSql(`(at - as_of) * ${pace}`)}, disbursed) ELSE forecast END)`;
  return manager.query<ForecastPoint[]>(
    `WITH ${standings},
     ahead AS (
       SELECT at, as_of, planned, whole, pace, month_ago, month_ago_on, disbursed,
         coalesce(${forecastSql(`at - as_of`)}, disbursed) AS forecast, id = ANY (${still}::uuid[]) AS blocked
       FROM standing, unnest(${at}::date[]) AS at WHERE is_planned
     )
     SELECT at AS "asOf", sum(forecast) AS "keepingPace", ${slower(0.75)} AS "blockedAtThreeQuarters",
       ${slower(0.5)} AS "blockedAtHalf", ${slower(0.25)} AS "blockedAtQuarter",
       sum(CASE WHEN blocked THEN disbursed ELSE forecast END) AS "blockedStandStill"
     FROM ahead GROUP BY at ORDER BY at`,
    [...parameters.parameters],
  );
}
