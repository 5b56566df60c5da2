import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  addDays,
  businessDate,
  daysBetween,
  formatRate,
  isPaceTooOld,
  lastDay,
  liveReckoning,
  type PlainDate,
  type PlanYear,
  type Reckoning,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, SystemClock } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { neededPerWeek } from '../../domain/figures/needed-pace';
import {
  isForecast,
  NO_PACE,
  showPace,
  type PaceSums,
  type ShownPace,
} from '../../domain/figures/shown-pace';
import { yearEnd, type YearEnd } from '../../domain/figures/year-end';
import { pointsOf } from '../../domain/own-plans/past-course';
import { planSql, positionsSql } from '../../persistence/figures/positions-sql';
import { forecastSql, standingsSql, SUM_PACE } from '../../persistence/figures/standings-sql';
import { PastCourses } from '../own-plans/past-courses';

export interface CurveQuery extends Omit<FiguresQuery, 'asOf'> {
  /** Without it, the day of the newest figure. */
  readonly asOf?: PlainDate;
  /** Ids of projects that have an open blocker. */
  readonly blocked: readonly string[];
  /** Percent of the plan to be disbursed by the year's last day. */
  readonly target: number;
}

interface Point {
  readonly asOf: PlainDate;
  readonly disbursed: string | null;
  /** Of one source: what may be of it, but nobody splits. */
  readonly notSplit: string | null;
}

interface ForecastPoint {
  readonly asOf: PlainDate;
  readonly keepingPace: string | null;
  readonly blockedStandStill: string | null;
}

export interface Curve {
  readonly planYear: PlanYear;
  readonly asOf: PlainDate | null;
  readonly reckoning: Reckoning;
  readonly planned: string | null;
  /** Disbursed on the day of either plan: percent, two decimals. */
  readonly rate: string | null;
  readonly plannedInitially: string | null;
  readonly rateOfInitial: string | null;
  readonly lastDay: PlainDate;
  readonly neededPerWeek: string | null;
  readonly meanPerWeek: string | null;
  /** What `meanPerWeek` and the forecasts rest on. */
  readonly pace: ShownPace;
  readonly days: readonly PlainDate[];
  readonly points: readonly Point[];
  readonly forecast: readonly ForecastPoint[];
  /** Where each forecast leads, next to the target; null where it isn't known. */
  readonly atEnd: { readonly keepingPace: YearEnd | null; readonly blockedStandStill: YearEnd | null };
  readonly previousYear: {
    readonly planYear: PlanYear;
    readonly planned: string | null;
    /** False: it is drawn from figures. */
    readonly entered: boolean;
    readonly points: readonly Point[];
  } | null;
  /** Why it is null: nothing tells of it, or what was typed is of another basis, denominator or source than asked for. */
  readonly previousYearReason: 'not-reported' | 'not-applicable' | null;
}

/** The course of a plan year: what was disbursed by each day, what the target asks of the rest, and where it leads. */
@Injectable()
export class DrawCurve {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pastCourses: PastCourses,
    private readonly clock: SystemClock,
  ) {}

  /** All reads of figures see one state of the database. The year before is typed where no figures tell of it. */
  async draw(actor: Actor, query: CurveQuery): Promise<Curve> {
    const curve = await this.ofFigures(actor, query);
    if (curve.previousYear !== null) return { ...curve, previousYearReason: null };
    return { ...curve, ...(await this.yearAsTyped(actor, query)) };
  }

  /**
   * What was typed of the actor's office: reported sums over the year's own plan, which are never put next to anything else.
   */
  private async yearAsTyped(
    actor: Actor,
    { planYear: shown, knownAt, basis, denominator, source }: CurveQuery,
  ): Promise<Pick<Curve, 'previousYear' | 'previousYearReason'>> {
    const planYear = shown - 1;
    const course = await this.pastCourses.find(actor.organizationId, planYear, knownAt);
    if (!course) return { previousYear: null, previousYearReason: 'not-reported' };
    if (basis !== 'reported' || denominator !== 'current-year-plan' || source !== undefined)
      return { previousYear: null, previousYearReason: 'not-applicable' };
    const points = pointsOf(course).map(({ asOf, disbursed }) => ({
      asOf,
      disbursed: disbursed.toString(),
      notSplit: null,
    }));
    return {
      previousYear: { planYear, planned: course.planned.toString(), entered: true, points },
      previousYearReason: null,
    };
  }

  private ofFigures(
    actor: Actor,
    { asOf, blocked, target, ...asked }: CurveQuery,
  ): Promise<Omit<Curve, 'previousYearReason'>> {
    const { planYear } = asked;
    const today = businessDate(this.clock.now());
    const businessDay = asked.businessDay ?? asOf ?? today;
    const query = { ...asked, businessDay };
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const days = (await points(manager, actor, { ...query, asOf: today })).map((point) => point.asOf);
      const day = asOf ?? days.at(-1);
      const before = { ...query, planYear: planYear - 1, asOf: lastDay(planYear - 1) };
      const earlier = await points(manager, actor, before);
      const planned = day === undefined ? null : await plan(manager, actor, { ...query, asOf: day });
      // By the plan of that day, as in every other sum of it.
      const shown = day === undefined ? [] : await points(manager, actor, { ...query, asOf: day });
      const end = lastDay(planYear);
      const disbursed = shown.at(-1)?.disbursed ?? null;
      const newest = shown.findLast((point) => point.disbursed !== null)?.asOf ?? null;
      const pace = showPace(planned ?? NO_PACE, businessDay);
      const drawn = day === undefined ? [] : await forecast(manager, actor, { ...query, asOf: day }, blocked);
      const ahead = isForecast(pace) ? drawn : drawn.map(notForecast);
      return {
        planYear,
        asOf: day ?? null,
        reckoning: liveReckoning(businessDay, day ?? null, newest),
        planned: planned?.now ?? null,
        rate: rateOf(disbursed, planned?.now ?? null),
        plannedInitially: planned?.initially ?? null,
        rateOfInitial: rateOf(disbursed, planned?.initially ?? null),
        lastDay: end,
        neededPerWeek:
          day === undefined || newest === null || isPaceTooOld(newest, businessDay)
            ? null
            : neededPerWeek(planned?.now ?? null, disbursedOf(shown.at(-1)), target, daysBetween(day, end)),
        meanPerWeek: pace.perWeek,
        pace,
        days,
        points: shown,
        forecast: ahead,
        atEnd: {
          keepingPace: yearEnd(planned?.now ?? null, ahead.at(-1)?.keepingPace ?? null, target),
          blockedStandStill: yearEnd(planned?.now ?? null, ahead.at(-1)?.blockedStandStill ?? null, target),
        },
        previousYear:
          earlier.length === 0
            ? null
            : {
                planYear: planYear - 1,
                planned: (await plan(manager, actor, before)).now,
                entered: false,
                points: earlier,
              },
      };
    });
  }
}

const rateOf = (part: string | null, whole: string | null): string | null =>
  part === null || whole === null ? null : formatRate(BigInt(part), BigInt(whole));

const notForecast = ({ asOf }: ForecastPoint): ForecastPoint => ({
  asOf,
  keepingPace: null,
  blockedStandStill: null,
});

/** The amount that a pace can be reckoned from: none where some of it may be of the source but isn't split. */
const disbursedOf = (point: Point | undefined): string | null =>
  point?.notSplit === null ? point.disbursed : null;

/** The sum over all planned projects after each day on which a figure began to hold. */
function points(manager: EntityManager, actor: Actor, query: FiguresQuery): Promise<Point[]> {
  const parameters = new Conditions();
  const positions = positionsSql(actor, query, parameters);
  const day = `${parameters.parameter(query.asOf)}::date`;
  const steps = (from: string, amounts: string): string => `
       SELECT valid_from AS day, ${amounts.replaceAll('~', '')} FROM ${from} WHERE project_id IN (SELECT project_id FROM planned)
       UNION ALL
       SELECT valid_to, ${amounts.replaceAll('~', '-')} FROM ${from} WHERE project_id IN (SELECT project_id FROM planned)`;
  return manager.query<Point[]>(
    `WITH ${positions},
     step (day, change, not_split) AS (
       ${steps('reported_ever', '~disbursed, NULL::numeric')} UNION ALL ${steps('not_split_ever', 'NULL, ~not_split')}
     )
     SELECT day AS "asOf", sum(sum(change)) OVER (ORDER BY day) AS disbursed,
       nullif(sum(sum(not_split)) OVER (ORDER BY day), 0) AS "notSplit"
     FROM step WHERE day <= ${day} GROUP BY day ORDER BY day`,
    [...parameters.parameters],
  );
}

interface PlanRow extends PaceSums {
  readonly now: string | null;
  readonly initially: string | null;
}

/** The plan in force on the day and as first assigned, and how fast its projects go. */
async function plan(manager: EntityManager, actor: Actor, query: FiguresQuery): Promise<PlanRow> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters);
  const year = `${parameters.parameter(query.planYear)}::int`;
  const ever = planSql(query.knownAt === undefined ? undefined : parameters.parameter(query.knownAt));
  const source = query.source === undefined ? 'true' : `source_code = ${parameters.parameter(query.source)}`;
  const isOtherType = query.planType !== undefined && query.planType !== 'current-year';
  const [row] = await manager.query<PlanRow[]>(
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
function forecast(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  blocked: readonly string[],
): Promise<ForecastPoint[]> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters);
  const end = lastDay(query.planYear);
  const days = Math.max(0, daysBetween(query.asOf, end));
  const steps = Array.from({ length: Math.floor(days / 7) + 1 }, (_, week) => addDays(query.asOf, week * 7));
  const dates = steps.at(-1) === end || days === 0 ? steps : [...steps, end];
  const at = parameters.parameter(dates);
  const still = parameters.parameter(blocked);
  return manager.query<ForecastPoint[]>(
    `WITH ${standings},
     ahead AS (
       SELECT at, disbursed, coalesce(${forecastSql(`at - as_of`)}, disbursed) AS forecast,
         id = ANY (${still}::uuid[]) AS blocked
       FROM standing, unnest(${at}::date[]) AS at WHERE is_planned
     )
     SELECT at AS "asOf", sum(forecast) AS "keepingPace",
       sum(CASE WHEN blocked THEN disbursed ELSE forecast END) AS "blockedStandStill"
     FROM ahead GROUP BY at ORDER BY at`,
    [...parameters.parameters],
  );
}
