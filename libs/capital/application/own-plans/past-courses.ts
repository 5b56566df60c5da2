import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, lastDay, type PlanYear } from '@thongvon/kernel';
import { FindOrganization, type Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import type { PastCourse } from '../../domain/own-plans/plan-months';
import {
  insertPastCourse,
  pastCourseRows,
  type PastCourseRow,
} from '../../persistence/own-plans/own-plan-rows';

export type { PastCourseRow };

/**
 * How an office disbursed in a year of which the system holds no figures, typed from its monthly reports. A later entry takes
 * the place of the one before, which is kept.
 */
@Injectable()
export class PastCourses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: FindOrganization,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws ORGANIZATION-UNKNOWN and PAST-COURSE-NOT-FOUND. */
  async view(actor: Actor, organizationId: string, planYear: PlanYear): Promise<PastCourseRow> {
    const [course] = await this.list(actor, organizationId, planYear);
    if (!course) throw notEntered();
    return course;
  }

  /** All years that were entered, or the one asked for, newest first. Throws ORGANIZATION-UNKNOWN. */
  async list(actor: Actor, organizationId: string, planYear?: PlanYear): Promise<PastCourseRow[]> {
    await this.organizations.run(actor, organizationId);
    const asked = {
      organizationId,
      knownAt: this.clock.now(),
      ...(planYear === undefined ? {} : { planYear }),
    };
    return pastCourseRows(this.dataSource.manager, asked);
  }

  /** What was entered of the organisation itself, as known at an instant or now; undefined when nothing was. */
  async find(
    organizationId: string,
    planYear: PlanYear,
    knownAt = this.clock.now(),
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PastCourseRow | undefined> {
    const asked = { planYear, organizationId, knownAt };
    const [course] = await pastCourseRows(manager, asked);
    return course;
  }

  /** Throws ORGANIZATION-UNKNOWN and PAST-COURSE-NOT-OVER. */
  async set(
    actor: Actor,
    organizationId: string,
    { planYear, planned, cumulative }: PastCourse,
    document: string | null,
  ): Promise<void> {
    await this.organizations.run(actor, organizationId);
    if (lastDay(planYear) >= businessDate(this.clock.now())) throw notOver(planYear);
    await this.dataSource.transaction(async (manager) => {
      await insertPastCourse(manager, {
        organizationId,
        planYear,
        planned,
        cumulative,
        document,
        actorId: actor.userId,
        at: this.clock.now(),
      });
      await this.audit.record(manager, actor.userId, 'past-course.set', `organization:${organizationId}`, {
        planYear,
      });
    });
  }
}

function notEntered(): Problem {
  return new Problem(
    404,
    'PAST-COURSE-NOT-FOUND',
    'Chưa nhập tiến độ giải ngân của năm này.',
    'The course of this year has not been entered.',
  );
}

function notOver(planYear: PlanYear): Problem {
  return new Problem(
    422,
    'PAST-COURSE-NOT-OVER',
    `Năm kế hoạch ${planYear} chưa kết thúc.`,
    `The plan year ${planYear} is not over.`,
    { field: 'planYear' },
  );
}
