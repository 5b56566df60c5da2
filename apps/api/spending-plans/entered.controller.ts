import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EnteredQuery, EnteredView, ROLES } from '@thongvon/api-contract';
import { compareMonths, PaidBefore, SpendingPlans, TraceFigures, wholeShare } from '@thongvon/capital';
import { businessDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** What was typed of projects: a page asks once, and what nobody has entered is an answer, no error. */
@ApiTags('spending-plans')
@Controller('projects/:id/entered')
export class EnteredController {
  constructor(
    private readonly payments: PaidBefore,
    private readonly plans: SpendingPlans,
    private readonly tracing: TraceFigures,
    private readonly clock: SystemClock,
  ) {}

  /** Show what was entered of a project for a year; null what wasn't. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: EnteredView })
  async view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: EnteredQuery,
  ): Promise<EnteredView> {
    const today = businessDate(this.clock.now());
    const spendingPlan = await this.plans.find(actor, id, planYear);
    const { course, planSteps } = await this.tracing.course(actor, id, planYear, today);
    const cumulative = spendingPlan?.months.map((month) => month.cumulative) ?? null;
    const capital = planSteps.findLast(({ effectiveOn }) => effectiveOn <= today)?.after ?? null;
    return {
      paidBefore: await this.payments.find(actor, id, planYear),
      spendingPlan,
      spendingPlanRate: wholeShare(cumulative, capital),
      months: compareMonths(planYear, { course, cumulative }, today),
    };
  }
}
