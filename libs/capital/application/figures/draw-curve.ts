import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
import { SystemClock } from '@thongvon/platform';
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
import { PastCourses } from '../own-plans/past-courses';

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
      const points = async (asked: FiguresQuery): Promise<CurvePoint[]> =>
        curvePoints(manager, actor, asked, await storedCourseFor(manager, actor, asked));
      const all = await points({ ...query, asOf: today });
      const days = all.map((point) => point.asOf);
      const day = asOf ?? days.at(-1);
      const before = { ...query, planYear: planYear - 1, asOf: lastDay(planYear - 1) };
      const earlier = await points(before);
      const stored = day === undefined ? null : await storedFor(manager, { ...query, asOf: day });
      const planned =
        day === undefined ? null : await curvePlan(manager, actor, { ...query, asOf: day }, stored);
      // By the plan of that day, as in every other sum of it.
      const shown = day === undefined ? [] : day === today ? all : await points({ ...query, asOf: day });
      const end = lastDay(planYear);
      const disbursed = shown.at(-1)?.disbursed ?? null;
      const newest = shown.findLast((point) => point.disbursed !== null)?.asOf ?? null;
      const pace = showPace(planned ?? NO_PACE, businessDay);
      const drawn =
        day === undefined
          ? []
          : await curveForecast(manager, actor, { ...query, asOf: day }, blocked, stored);
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
                planned: (await curvePlan(manager, actor, before, await storedFor(manager, before))).now,
                entered: false,
                points: earlier,
              },
      };
    });
  }
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
