import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SpendingPlanView } from '@thongvon/api-contract';
import { formatInstant, type Dong, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { insertSpendingPlan, spendingPlanRows } from '../../persistence/own-plans/own-plan-rows';

/** Owners' own plans of disbursing (resolution 226/NQ-CP: month by month). A new one takes the place of the one before. */
@Injectable()
export class SpendingPlans {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws PROJECT-NOT-FOUND and SPENDING-PLAN-NOT-FOUND. */
  async view(actor: Actor, projectId: string, planYear: PlanYear): Promise<SpendingPlanView> {
    const plan = await this.find(actor, projectId, planYear);
    if (!plan) throw notPlanned();
    return plan;
  }

  /** Null while nothing was entered. Throws PROJECT-NOT-FOUND. */
  async find(actor: Actor, projectId: string, planYear: PlanYear): Promise<SpendingPlanView | null> {
    await this.projects.get(actor, projectId);
    const asked = { planYear, projectId, knownAt: this.clock.now() };
    const [plan] = await spendingPlanRows(this.dataSource.manager, asked);
    if (!plan) return null;
    const { cumulative, document, actorId, at } = plan;
    const months = cumulative.map((sum, index) => ({ month: monthOf(planYear, index), cumulative: sum }));
    return { planYear, months, document, actorId, at: formatInstant(at) };
  }

  /** `cumulative`: whole đồng by the end of each of the 13 months. Throws PROJECT-NOT-FOUND and SPENDING-PLAN-FALLS. */
  async set(
    actor: Actor,
    projectId: string,
    planYear: PlanYear,
    cumulative: readonly Dong[],
    document: string | null,
  ): Promise<void> {
    await this.projects.get(actor, projectId);
    const fallen = cumulative.findIndex((sum, index) => sum < (cumulative[index - 1] ?? 0n));
    if (fallen >= 0) throw falls(monthOf(planYear, fallen));
    await this.dataSource.transaction(async (manager) => {
      await insertSpendingPlan(manager, {
        projectId,
        planYear,
        cumulative,
        document,
        actorId: actor.userId,
        at: this.clock.now(),
      });
      await this.audit.record(manager, actor.userId, 'spending-plan.set', `project:${projectId}`, {
        planYear,
      });
    });
  }
}

/** The nth month of a plan year from 0: the thirteenth is January of the next. */
function monthOf(planYear: PlanYear, index: number): string {
  return `${planYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function notPlanned(): Problem {
  return new Problem(
    404,
    'SPENDING-PLAN-NOT-FOUND',
    'Dự án chưa có kế hoạch giải ngân theo tháng của năm này.',
    'The project has no monthly plan of this year.',
  );
}

function falls(month: string): Problem {
  const named = month.split('-').reverse().join('/');
  return new Problem(
    422,
    'SPENDING-PLAN-FALLS',
    `Lũy kế của tháng ${named} thấp hơn tháng trước.`,
    `The cumulative sum of ${named} is lower than that of the month before.`,
    { field: 'cumulative' },
  );
}
