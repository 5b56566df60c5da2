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
import { Conditions, SystemClock, together } from '@thongvon/platform';
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
  type CurvePoint,
  curvePoints,
  curveSums,
  type ForecastPoint,
  newestPointSql,
} from '../../persistence/figures/curve-rows';
import { type StoredCourse, storedCourseFor } from '../../persistence/figures/stored-courses';
import { type QueryOnDay, type Stored, storedFor } from '../../persistence/figures/stored-standings';
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

/** What of a day can be read instead of derived. */
interface OnDay {
  readonly standings: Stored | null;
  readonly course: StoredCourse | null;
}

/** What has to be known before the sums are asked for. */
export interface CurveGround {
  /** The day of the plan and the figures; undefined: it isn't asked for, and there is no figure yet. */
  readonly day: PlainDate | undefined;
  readonly onDay: OnDay;
  readonly today: OnDay;
  readonly lastYear: OnDay;
}

/** Nothing is read, all is derived. */
const DERIVED: OnDay = { standings: null, course: null };

/** Nobody was counted otherwise than what is stored. */
const AS_STORED: StoredCourse = { otherwise: [] };

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

type Found = Omit<CurveGround, 'lastYear'>;

/** Of the day that is asked for. */
async function onDays(
  all: EntityManager,
  actor: Actor,
  today: FiguresQuery,
  asOf: PlainDate,
): Promise<Found> {
  const [ofToday, ofDay] = await Promise.all([
    onDay(all, actor, today),
    onDay(all, actor, { ...today, asOf }),
  ]);
  return { day: asOf, onDay: ofDay, today: ofToday };
}

/**
 * Of the day of the newest figure until `today`. It is looked for in what is stored, and once more where that isn't what counts today:
 * then all is derived if so much has to be.
 */
async function newestDay(all: EntityManager, actor: Actor, today: FiguresQuery): Promise<Found> {
  const [ofToday, found] =
    today.knownAt === undefined
      ? await Promise.all([onDay(all, actor, today), onNewest(all, actor, today, AS_STORED)])
      : [DERIVED, null];
  const { course } = ofToday;
  if (course === null) {
    const points = await curvePoints(all, actor, today, null);
    return { day: points.at(-1)?.asOf, onDay: DERIVED, today: ofToday };
  }
  const isAsStored = found !== null && course.otherwise.length === 0;
  return { ...(isAsStored ? found : await onNewest(all, actor, today, course)), today: ofToday };
}

async function onNewest(
  all: EntityManager,
  actor: Actor,
  today: FiguresQuery,
  course: StoredCourse,
): Promise<Omit<Found, 'today'>> {
  const asOf = newestPointSql(actor, today, course);
  const parameters = new Conditions();
  const [rows, ofDay] = await Promise.all([
    all.query<{ day: PlainDate | null }[]>(`SELECT ${asOf(parameters)} AS day`, [...parameters.parameters]),
    onDay(all, actor, { ...today, asOf }),
  ]);
  return { day: rows[0]?.day ?? undefined, onDay: ofDay };
}

async function onDay(all: EntityManager, actor: Actor, query: QueryOnDay): Promise<OnDay> {
  const [standings, course] = await Promise.all([storedFor(all, query), storedCourseFor(all, actor, query)]);
  return { standings, course };
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

/** Of the earlier day the points are those of the later one until then: on neither is a project counted otherwise than it is stored. */
const areAsStored = (...days: readonly OnDay[]): boolean =>
  days.every(({ course }) => course?.otherwise.length === 0);

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
