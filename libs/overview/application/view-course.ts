import { Injectable } from '@nestjs/common';
import { type Curve, DrawCurve, type FiguresQuery } from '@thongvon/capital';
import { businessDate, pointsApart } from '@thongvon/kernel';
import { BlockedProjects, shareOf, SummarizeBlockers } from '@thongvon/blockers';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { type Milestone, PlanMilestones } from './plan-milestones';

/** What of the plan year is asked for; without `asOf`, until the day of the newest figure. */
export type CourseQuery = Omit<FiguresQuery, 'asOf'> & Partial<Pick<FiguresQuery, 'asOf'>>;

/** The course of the plan year with its targets, what holds it up, and the year before. */
export interface Course extends Curve {
  readonly milestones: readonly Milestone[];
  /** Percent of the plan due by the day of the figures. */
  readonly expected: string | null;
  /** The rate less what was expected, in percentage points; null where either is not known, and of stale figures. */
  readonly lead: string | null;
  readonly blockedProjects: number;
  /** What open blockers hold, and its percentage of what is left. */
  readonly held: {
    readonly projects: number;
    readonly capitalHeld: string | null;
    readonly share: string | null;
  };
}

/** The course of the plan year, drawn with what other contexts know: targets and blockers. */
@Injectable()
export class ViewCourse {
  constructor(
    private readonly curves: DrawCurve,
    private readonly blockedProjects: BlockedProjects,
    private readonly heldCapital: SummarizeBlockers,
    private readonly milestones: PlanMilestones,
    private readonly clock: SystemClock,
  ) {}

  async execute(actor: Actor, query: CourseQuery): Promise<Course> {
    const { planYear, businessDay, asOf } = query;
    const day = asOf ?? businessDate(this.clock.now());
    // Blockers as on the day by which the page counts days.
    const blocked = await this.blockedProjects.ids(actor, businessDay ?? day);
    const milestones = await this.milestones.of(planYear, day);
    const target = milestones.at(-1)?.percent ?? 100;
    const curve = await this.curves.draw(actor, { ...query, blocked, target });
    const { asOf: figuresDay } = curve.reckoning;
    const expected = figuresDay && (await this.milestones.expected(planYear, figuresDay, day));
    return {
      ...curve,
      milestones,
      expected,
      lead: leadOf(curve, expected),
      blockedProjects: blocked.length,
      held: await this.held(actor, query, curve),
    };
  }

  private async held(
    actor: Actor,
    { planYear, denominator }: CourseQuery,
    { reckoning, planned, points }: Curve,
  ): Promise<Course['held']> {
    const { asOf, businessDay } = reckoning;
    const { projects, capitalHeld } = await this.heldCapital.total(actor, {
      planYear,
      denominator,
      asOf: businessDay,
      figuresAsOf: asOf ?? businessDay,
    });
    const disbursed = points.at(-1)?.disbursed ?? null;
    const remaining =
      planned === null || disbursed === null ? null : (BigInt(planned) - BigInt(disbursed)).toString();
    return { projects, capitalHeld, share: shareOf(capitalHeld, remaining) };
  }
}

function leadOf({ rate, reckoning }: Curve, expected: string | null): string | null {
  return rate === null || expected === null || reckoning.stale ? null : pointsApart(rate, expected);
}
