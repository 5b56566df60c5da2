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
import type { BlockedSql } from '../../persistence/figures/concerns-sql';
import {
  areAsStored,
  type CurveGround,
  newestDay,
  type OnDay,
  onDay,
  onDays,
} from '../../persistence/figures/curve-ground';
import { type CurvePoint, curvePoints } from '../../persistence/figures/curve-rows';
import { curveSums, type ForecastPoint } from '../../persistence/figures/curve-sums';
import { type PastCourseRow, PastCourses } from '../own-plans/past-courses';

export interface CurveQuery extends Omit<FiguresQuery, 'asOf'> {
  /** Without it, the day of the newest figure. */
  readonly asOf?: PlainDate;
  /** Which projects have an open blocker; without it, none. */
  readonly blocked?: BlockedSql;
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

/**
 * The course of a plan year: what was disbursed by each day, what the target asks of the rest, and where it leads. Two statements, what
 * has to be known first and the sums; a third where no day is asked for and figures are counted otherwise now than they are stored.
 */
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
      together(manager, async (all) =>
        this.drawOn(all, actor, query, await this.groundOf(all, actor, query)),
      ),
    );
  }

  /** The first step, for who asks other things together with each of them, in one transaction. */
  async groundOf(
    all: EntityManager,
    actor: Actor,
    { asOf, ...asked }: Omit<CurveQuery, 'target' | 'blocked'>,
  ): Promise<CurveGround> {
    const today = { ...asked, asOf: this.today() };
    const [found, lastYear] = await Promise.all([
      asOf === undefined ? newestDay(all, actor, today) : onDays(all, actor, today, asOf),
      onDay(all, actor, yearBefore(asked)),
    ]);
    return { ...found, lastYear };
  }

  /** The second step. */
  async drawOn(
    all: EntityManager,
    actor: Actor,
    { blocked, target, asOf, ...asked }: CurveQuery,
    { day, onDay, today, lastYear }: CurveGround,
  ): Promise<Curve> {
    const { planYear } = asked;
    const businessDay = asked.businessDay ?? asOf ?? this.today();
    const query = { ...asked, businessDay };
    const [ever, previous, { plan, forecast }, ofDay] = await Promise.all([
      curvePoints(all, actor, { ...query, asOf: this.today() }, today.course),
      this.yearBefore(all, actor, query, lastYear),
      day === undefined
        ? NOTHING
        : curveSums(all, actor, { ...query, asOf: day }, onDay.standings, { blocked }),
      day === undefined || (day <= this.today() && areAsStored(today, onDay))
        ? null
        : curvePoints(all, actor, { ...query, asOf: day }, onDay.course),
    ]);
    const points = ofDay ?? ever.filter(({ asOf: on }) => day !== undefined && on <= day);
    const end = lastDay(planYear);
    const disbursed = points.at(-1)?.disbursed ?? null;
    const newest = points.findLast((point) => point.disbursed !== null)?.asOf ?? null;
    const pace = showPace(plan ?? NO_PACE, businessDay);
    const ahead = isForecast(pace) ? forecast : forecast.map(notForecast);
    return {
      planYear,
      asOf: day ?? null,
      reckoning: liveReckoning(businessDay, day ?? null, newest),
      planned: plan?.now ?? null,
      rate: rateOf(dongOf(disbursed), dongOf(plan?.now)),
      plannedInitially: plan?.initially ?? null,
      rateOfInitial: rateOf(dongOf(disbursed), dongOf(plan?.initially)),
      lastDay: end,
      neededPerWeek:
        day === undefined || newest === null || isPaceTooOld(newest, businessDay)
          ? null
          : neededPerWeek(plan?.now ?? null, disbursedOf(points.at(-1)), target, daysBetween(day, end)),
      meanPerWeek: pace.perWeek,
      pace,
      days: ever.map((point) => point.asOf),
      points,
      forecast: ahead,
      atEnd: {
        keepingPace: yearEnd(plan?.now ?? null, ahead.at(-1)?.keepingPace ?? null, target),
        blockedStandStill: yearEnd(plan?.now ?? null, ahead.at(-1)?.blockedStandStill ?? null, target),
      },
      ...previous,
    };
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }

  /** As figures tell of it, else as it was typed of the actor's office. */
  private async yearBefore(
    all: EntityManager,
    actor: Actor,
    query: Omit<FiguresQuery, 'asOf'>,
    { standings, course }: OnDay,
  ): Promise<Pick<Curve, 'previousYear' | 'previousYearReason'>> {
    const before = yearBefore(query);
    const { planYear } = before;
    const [points, { plan }, typed] = await Promise.all([
      curvePoints(all, actor, before, course),
      curveSums(all, actor, before, standings, null),
      this.pastCourses.find(actor.organizationId, planYear, query.knownAt, all),
    ]);
    if (points.length === 0) return yearAsTyped(typed, query);
    return {
      previousYear: { planYear, planned: plan.now, entered: false, points },
      previousYearReason: null,
    };
  }
}

function yearBefore(query: Omit<FiguresQuery, 'asOf'>): FiguresQuery {
  const planYear = query.planYear - 1;
  return { ...query, planYear, asOf: lastDay(planYear) };
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

const NOTHING: { readonly plan: null; readonly forecast: readonly ForecastPoint[] } = {
  plan: null,
  forecast: [],
};

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
