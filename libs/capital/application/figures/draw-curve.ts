import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  businessDate,
  daysBetween,
  dongOf,
  isPaceTooOld,
  lastDay,
  liveReckoning,
  type PlainDate,
  type PlanYear,
  rateOf,
  type Reckoning,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock, together } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import {
  isForecast,
  neededPerWeek,
  NO_PACE,
  type ShownPace,
  showPace,
  yearEnd,
  type YearEnd,
} from '../../domain/figures/moving-amounts';
import { pointsOf } from '../../domain/own-plans/plan-months';
import {
  curveForecast,
  curvePlan,
  type CurvePoint,
  curvePoints,
  type ForecastPoint,
} from '../../persistence/figures/curve-rows';
import { storedCourseFor } from '../../persistence/figures/stored-courses';
import { storedFor } from '../../persistence/figures/stored-standings';
import { type PastCourseRow, PastCourses } from '../own-plans/past-courses';

export interface CurveQuery extends Omit<FiguresQuery, 'asOf'> {
  /** Without it, the day of the newest figure. */
  readonly asOf?: PlainDate;
  /** Ids of projects that have an open blocker. */
  readonly blocked: readonly string[];
  /** Percent of the plan to be disbursed by the year's last day. */
  readonly target: number;
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
  readonly points: readonly CurvePoint[];
  readonly forecast: readonly ForecastPoint[];
  /** Where each forecast leads, next to the target; null where it isn't known. */
  readonly atEnd: { readonly keepingPace: YearEnd | null; readonly blockedStandStill: YearEnd | null };
  readonly previousYear: {
    readonly planYear: PlanYear;
    readonly planned: string | null;
    /** False: it is drawn from figures. */
    readonly entered: boolean;
    readonly points: readonly CurvePoint[];
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

  /** All reads see one state of the database. The year before is typed where no figures tell of it. */
  draw(actor: Actor, query: CurveQuery): Promise<Curve> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) =>
      together(manager, (all) => this.asked(all, actor, query)),
    );
  }

  private async asked(all: EntityManager, actor: Actor, { asOf, ...asked }: CurveQuery): Promise<Curve> {
    const { blocked, target, ...year } = asked;
    const { planYear } = year;
    const today = businessDate(this.clock.now());
    const businessDay = year.businessDay ?? asOf ?? today;
    const query = { ...year, businessDay };
    const [ever, previous, onAskedDay] = await Promise.all([
      pointsUntil(all, actor, { ...query, asOf: today }),
      this.yearBefore(all, actor, query),
      asOf === undefined ? null : standingOn(all, actor, { ...query, asOf }, blocked),
    ]);
    const days = ever.map((point) => point.asOf);
    const day = asOf ?? days.at(-1);
    const { planned, drawn, points } =
      onAskedDay ??
      (day === undefined ? NOTHING : await standingOn(all, actor, { ...query, asOf: day }, blocked));
    const end = lastDay(planYear);
    const disbursed = points.at(-1)?.disbursed ?? null;
    const newest = points.findLast((point) => point.disbursed !== null)?.asOf ?? null;
    const pace = showPace(planned ?? NO_PACE, businessDay);
    const ahead = isForecast(pace) ? drawn : drawn.map(notForecast);
    return {
      planYear,
      asOf: day ?? null,
      reckoning: liveReckoning(businessDay, day ?? null, newest),
      planned: planned?.now ?? null,
      rate: rateOf(dongOf(disbursed), dongOf(planned?.now)),
      plannedInitially: planned?.initially ?? null,
      rateOfInitial: rateOf(dongOf(disbursed), dongOf(planned?.initially)),
      lastDay: end,
      neededPerWeek:
        day === undefined || newest === null || isPaceTooOld(newest, businessDay)
          ? null
          : neededPerWeek(planned?.now ?? null, disbursedOf(points.at(-1)), target, daysBetween(day, end)),
      meanPerWeek: pace.perWeek,
      pace,
      days,
      points,
      forecast: ahead,
      atEnd: {
        keepingPace: yearEnd(planned?.now ?? null, ahead.at(-1)?.keepingPace ?? null, target),
        blockedStandStill: yearEnd(planned?.now ?? null, ahead.at(-1)?.blockedStandStill ?? null, target),
      },
      ...previous,
    };
  }

  /** As figures tell of it, else as it was typed of the actor's office. */
  private async yearBefore(
    all: EntityManager,
    actor: Actor,
    query: Omit<FiguresQuery, 'asOf'>,
  ): Promise<Pick<Curve, 'previousYear' | 'previousYearReason'>> {
    const planYear = query.planYear - 1;
    const before = { ...query, planYear, asOf: lastDay(planYear) };
    const [points, plan, typed] = await Promise.all([
      pointsUntil(all, actor, before),
      storedFor(all, before).then((stored) => curvePlan(all, actor, before, stored)),
      this.pastCourses.find(actor.organizationId, planYear, query.knownAt, all),
    ]);
    if (points.length === 0) return yearAsTyped(typed, query);
    return {
      previousYear: { planYear, planned: plan.now, entered: false, points },
      previousYearReason: null,
    };
  }
}

/** What was typed are reported sums over the year's own plan, which are never put next to anything else. */
function yearAsTyped(
  course: PastCourseRow | undefined,
  { basis, denominator, source }: Omit<FiguresQuery, 'asOf'>,
): Pick<Curve, 'previousYear' | 'previousYearReason'> {
  if (!course) return { previousYear: null, previousYearReason: 'not-reported' };
  if (basis !== 'reported' || denominator !== 'current-year-plan' || source !== undefined)
    return { previousYear: null, previousYearReason: 'not-applicable' };
  const { planYear, planned } = course;
  const points = pointsOf(course).map(({ asOf, disbursed }) => ({
    asOf,
    disbursed: disbursed.toString(),
    notSplit: null,
  }));
  return {
    previousYear: { planYear, planned: planned.toString(), entered: true, points },
    previousYearReason: null,
  };
}

/** What a day's plan, figures and pace come to. */
interface StandingOn {
  readonly planned: Awaited<ReturnType<typeof curvePlan>> | null;
  readonly drawn: readonly ForecastPoint[];
  readonly points: readonly CurvePoint[];
}

const NOTHING: StandingOn = { planned: null, drawn: [], points: [] };

/** By the plan of that day, as in every other sum of it. */
async function standingOn(
  all: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  blocked: readonly string[],
): Promise<StandingOn> {
  const [[planned, drawn], points] = await Promise.all([
    storedFor(all, query).then((stored) =>
      Promise.all([curvePlan(all, actor, query, stored), curveForecast(all, actor, query, blocked, stored)]),
    ),
    pointsUntil(all, actor, query),
  ]);
  return { planned, drawn, points };
}

async function pointsUntil(all: EntityManager, actor: Actor, query: FiguresQuery): Promise<CurvePoint[]> {
  return curvePoints(all, actor, query, await storedCourseFor(all, actor, query));
}

const notForecast = ({ asOf }: ForecastPoint): ForecastPoint => ({
  asOf,
  keepingPace: null,
  blockedAtThreeQuarters: null,
  blockedAtHalf: null,
  blockedAtQuarter: null,
  blockedStandStill: null,
});

/** The amount that a pace can be reckoned from: none where some of it may be of the source but isn't split. */
const disbursedOf = (point: CurvePoint | undefined): string | null =>
  point?.notSplit === null ? point.disbursed : null;
