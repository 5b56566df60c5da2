import { Injectable } from '@nestjs/common';
import { businessDate, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { compareMonths, wholeShare } from '../../domain/own-plans/months-compared';
import { TraceFigures } from '../figures/trace-figures';
import { PaidBefore } from './paid-before';
import { SpendingPlans } from './spending-plans';

/** What was typed of a project for a year, next to what was disbursed: a page asks once, and nothing entered is no error. */
@Injectable()
export class ViewEntered {
  constructor(
    private readonly payments: PaidBefore,
    private readonly plans: SpendingPlans,
    private readonly tracing: TraceFigures,
    private readonly clock: SystemClock,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async execute(actor: Actor, projectId: string, planYear: PlanYear) {
    const today = businessDate(this.clock.now());
    const spendingPlan = await this.plans.find(actor, projectId, planYear);
    const { course, planSteps } = await this.tracing.course(actor, projectId, planYear, today);
    const cumulative = spendingPlan?.months.map((month) => month.cumulative) ?? null;
    const capital = planSteps.findLast(({ effectiveOn }) => effectiveOn <= today)?.after ?? null;
    return {
      paidBefore: await this.payments.find(actor, projectId, planYear),
      spendingPlan,
      spendingPlanRate: wholeShare(cumulative, capital),
      months: compareMonths(planYear, { course, cumulative }, today),
    };
  }
}
