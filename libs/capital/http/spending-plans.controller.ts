import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  EnteredQuery,
  EnteredView,
  listOf,
  type ListOf,
  PaidBeforeQuery,
  PaidBeforeView,
  PastCourseQuery,
  PastCourseView,
  ROLES,
  SetPaidBeforeRequest,
  SetPastCourseRequest,
  SetSpendingPlanRequest,
  SpendingPlanQuery,
  SpendingPlanView,
} from '@thongvon/api-contract';
import { formatInstant, formatRate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, Statements } from '@thongvon/platform/http';
import {
  type EnteredPayment,
  type EnteredPlan,
  PaidBefore,
  SpendingPlans,
  ViewEntered,
} from '../application/own-plans/entered-of-project';
import { type PastCourseRow, PastCourses } from '../application/own-plans/past-courses';
import { pointsOf } from '../domain/own-plans/plan-months';

/** Owners' own plans of disbursing this year's capital, month by month. */
@ApiTags('spending-plans')
@Controller('projects/:id/spending-plan')
export class SpendingPlansController {
  constructor(private readonly plans: SpendingPlans) {}

  /** Show the owner's plan of a year. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: SpendingPlanView })
  async view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: SpendingPlanQuery,
  ): Promise<SpendingPlanView> {
    return toPlan(await this.plans.view(actor, id, planYear));
  }

  /** Set the owner's plan of a year; it takes the place of the one before, which is kept. */
  @Put()
  @Allow('reporter')
  @ApiOkResponse({ type: SpendingPlanView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { planYear, cumulative, document }: SetSpendingPlanRequest,
  ): Promise<SpendingPlanView> {
    await this.plans.set(actor, id, planYear, cumulative.map(BigInt), document ?? null);
    return toPlan(await this.plans.view(actor, id, planYear));
  }
}

/** What was typed of projects: a page asks once, and what nobody has entered is an answer, no error. */
@ApiTags('spending-plans')
@Controller('projects/:id/entered')
export class EnteredController {
  constructor(private readonly entered: ViewEntered) {}

  /** Show what was entered of a project for a year; null what wasn't. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: EnteredView })
  async view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: EnteredQuery,
  ): Promise<EnteredView> {
    const { paidBefore, spendingPlan, ...compared } = await this.entered.execute(actor, id, planYear);
    return {
      ...compared,
      paidBefore: paidBefore && toPayment(paidBefore),
      spendingPlan: spendingPlan && toPlan(spendingPlan),
    };
  }
}

/** What was paid of projects before the plan year: with the year's figures it may not pass the total investment. */
@ApiTags('spending-plans')
@Controller('projects/:id/paid-before')
export class PaidBeforeController {
  constructor(private readonly payments: PaidBefore) {}

  /** Show what was paid up to the end of the year before. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: PaidBeforeView })
  async view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: PaidBeforeQuery,
  ): Promise<PaidBeforeView> {
    return toPayment(await this.payments.view(actor, id, planYear));
  }

  /** Enter it; it takes the place of what was entered before, which is kept. */
  @Put()
  @Allow('reporter', 'finance-officer')
  @ApiOkResponse({ type: PaidBeforeView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { planYear, paid, document }: SetPaidBeforeRequest,
  ): Promise<PaidBeforeView> {
    await this.payments.set(actor, id, planYear, BigInt(paid), document ?? null);
    return toPayment(await this.payments.view(actor, id, planYear));
  }
}

/** How offices disbursed in years of which the system holds no figures. */
@ApiTags('spending-plans')
@Controller('organizations/:id')
export class PastCoursesController {
  constructor(private readonly courses: PastCourses) {}

  /** List the years that were entered, newest first. */
  @Get('past-courses')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(PastCourseView) })
  async list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ListOf<PastCourseView>> {
    const items = (await this.courses.list(actor, id)).map(toCourse);
    return { items, total: items.length, nextCursor: null };
  }

  /** Show what was entered of a year that is over. */
  @Get('past-course')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: PastCourseView })
  async view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: PastCourseQuery,
  ): Promise<PastCourseView> {
    return toCourse(await this.courses.view(actor, id, planYear));
  }

  /** Enter a year month by month; it takes the place of what was entered before, which is kept. */
  @Put('past-course')
  @Allow('finance-officer')
  @ApiOkResponse({ type: PastCourseView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { planYear, planned, cumulative, document }: SetPastCourseRequest,
  ): Promise<PastCourseView> {
    const course = { planYear, planned: BigInt(planned), cumulative: cumulative.map(BigInt) };
    await this.courses.set(actor, id, course, document ?? null);
    return toCourse(await this.courses.view(actor, id, planYear));
  }
}

const toPlan = ({ at, ...plan }: EnteredPlan): SpendingPlanView => ({ ...plan, at: formatInstant(at) });

const toPayment = ({ paid, at, ...entry }: EnteredPayment): PaidBeforeView => ({
  ...entry,
  paid: paid.toString(),
  at: formatInstant(at),
});

function toCourse(course: PastCourseRow): PastCourseView {
  const { planYear, planned, document, actorId, at } = course;
  const points = pointsOf(course).map(({ asOf, disbursed }) => ({
    asOf,
    disbursed: disbursed.toString(),
    rate: formatRate(disbursed, planned),
  }));
  return { planYear, planned: planned.toString(), points, document, actorId, at: formatInstant(at) };
}
