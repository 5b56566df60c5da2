import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AlertRules, quartersOf, type QuarterTargets } from '@thongvon/alerts';
import { BlockedProjects, blockedProjectsSql, shareOf, SummarizeBlockers } from '@thongvon/blockers';
import {
  type Curve,
  DrawCurve,
  type FacetsQuery,
  type FacetSums,
  type FiguresQuery,
  ListStandings,
  type Standing,
  type StandingsQuery,
  SumFacets,
} from '@thongvon/capital';
import { expectedPlace } from '@thongvon/digest';
import {
  businessDate,
  type Dong,
  formatHundredths,
  type PlainDate,
  type PlanYear,
  pointsApart,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { type ListPage, SystemClock, together } from '@thongvon/platform';
import { type CourseWeek, courseWeeks } from '../domain/course-weeks';

/** How much of the plan is to be disbursed by a day, in percent. */
interface Milestone {
  readonly on: PlainDate;
  readonly percent: number;
}

/**
 * The targets that the rule on quarters goes by, so that curve and alert never speak of different ones: in the order of the days by
 * which they are to be met; the last is that of the year.
 */
const milestonesOf = (targets: QuarterTargets | null, year: PlanYear): Milestone[] =>
  targets ? quartersOf(year).map(({ key, due }) => ({ on: due, percent: targets[key] })) : [];

/** Percent of the plan due by `day`, with the definition and the rounding of the letter. */
function expectedBy(day: PlainDate, year: PlanYear, targets: QuarterTargets | null): string | null {
  const place = targets && expectedPlace(day, year, targets);
  return place && formatHundredths(place.hundredths);
}

/** How each project stands, with what the year's targets come to for it. */
@Injectable()
export class ListOverview {
  constructor(
    private readonly standings: ListStandings,
    private readonly rules: AlertRules,
    private readonly clock: SystemClock,
  ) {}

  /** `withTargets`: also what each target comes to. */
  async execute(
    actor: Actor,
    asked: Omit<StandingsQuery, 'blocked'>,
    withTargets: boolean,
  ): Promise<ListPage<Standing>> {
    const query = { ...asked, ...blockedOf(actor, asked) };
    if (!withTargets) return this.standings.list(actor, query);
    const { planYear } = query;
    const today = businessDate(this.clock.now());
    return this.standings.list(actor, query, async (all) =>
      milestonesOf(await this.rules.targets(planYear, today, all), planYear),
    );
  }
}

/** The bars that filter one another, and how many projects are of each concern. */
@Injectable()
export class SumOverview {
  constructor(private readonly facets: SumFacets) {}

  execute(actor: Actor, query: Omit<FacetsQuery, 'blocked'>): Promise<FacetSums> {
    return this.facets.sum(actor, { ...query, ...blockedOf(actor, query) });
  }
}

/** Blockers as on the day by which the page counts days. */
const blockedOf = (
  actor: Actor,
  { asOf, businessDay = asOf }: FiguresQuery,
): Pick<FacetsQuery, 'blocked'> => ({
  blocked: blockedProjectsSql(actor, businessDay),
});

/** What of the plan year is asked for; without `asOf`, until the day of the newest figure. */
type CourseQuery = Omit<FiguresQuery, 'asOf'> & Partial<Pick<FiguresQuery, 'asOf'>>;

/** The course of the plan year with its targets, what holds it up, and the year before. */
interface Course extends Curve {
  readonly milestones: readonly Milestone[];
  /** Percent of the plan due by the day of the figures. */
  readonly expected: string | null;
  /** The rate less what was expected, in percentage points; null where either is not known, and of stale figures. */
  readonly lead: string | null;
  readonly weeks: readonly CourseWeek[];
  readonly blockedProjects: number;
  /** What open blockers hold, and its percentage of what is left. */
  readonly held: {
    readonly projects: number;
    readonly capitalHeld: Dong | null;
    readonly share: string | null;
  };
}

/** The course of the plan year, drawn with what other contexts know: targets and blockers. */
@Injectable()
export class ViewCourse {
  constructor(
    private readonly dataSource: DataSource,
    private readonly curves: DrawCurve,
    private readonly blockedProjects: BlockedProjects,
    private readonly heldCapital: SummarizeBlockers,
    private readonly rules: AlertRules,
    private readonly clock: SystemClock,
  ) {}

  /**
   * As of `businessDay`, by which blockers are counted; without a target the plan is to be disbursed in full. All reads see one state
   * of the database.
   */
  execute(actor: Actor, query: CourseQuery): Promise<Course> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) =>
      together(manager, (all) => this.asked(all, actor, query)),
    );
  }

  private async asked(all: EntityManager, actor: Actor, query: CourseQuery): Promise<Course> {
    const { planYear, businessDay, asOf } = query;
    const day = asOf ?? businessDate(this.clock.now());
    // Blockers as on the day by which the page counts days.
    const blockedOn = businessDay ?? day;
    const [ground, blockedProjects, targets] = await Promise.all([
      this.curves.groundOf(all, actor, query),
      this.blockedProjects.count(actor, blockedOn, all),
      this.rules.targets(planYear, day, all),
    ]);
    const milestones = milestonesOf(targets, planYear);
    const target = milestones.at(-1)?.percent ?? 100;
    const asked = { ...query, blocked: blockedProjectsSql(actor, blockedOn), target };
    const [curve, held] = await Promise.all([
      this.curves.drawOn(all, actor, asked, ground),
      this.held(all, actor, query, { asOf: blockedOn, figuresAsOf: ground.day ?? blockedOn }),
    ]);
    const { asOf: figuresDay } = curve.reckoning;
    const expectedOn = (on: PlainDate): string | null => expectedBy(on, planYear, targets);
    const expected = figuresDay && expectedOn(figuresDay);
    return {
      ...curve,
      milestones,
      expected,
      lead: leadOf(curve, expected),
      weeks: courseWeeks(curve, target, expectedOn),
      blockedProjects,
      held: { ...held, share: shareOf(held.capitalHeld, remainingOf(curve)) },
    };
  }

  private async held(
    all: EntityManager,
    actor: Actor,
    { planYear, denominator }: CourseQuery,
    days: { readonly asOf: PlainDate; readonly figuresAsOf: PlainDate },
  ): Promise<Omit<Course['held'], 'share'>> {
    const { projects, capitalHeld } = await this.heldCapital.ofOwnProjects(
      actor,
      { planYear, denominator, ...days },
      all,
    );
    return { projects, capitalHeld };
  }
}

function remainingOf({ planned, points }: Curve): Dong | null {
  const disbursed = points.at(-1)?.disbursed ?? null;
  return planned === null || disbursed === null ? null : BigInt(planned) - BigInt(disbursed);
}

function leadOf({ rate, reckoning }: Curve, expected: string | null): string | null {
  return rate === null || expected === null || reckoning.stale ? null : pointsApart(rate, expected);
}
