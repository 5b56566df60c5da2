import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, type Dong, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock, together } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { type ComparedMonth, compareMonths, wholeShare } from '../../domain/own-plans/plan-months';
import {
  insertPaidBefore,
  insertSpendingPlan,
  paidBeforeRows,
  spendingPlanRows,
} from '../../persistence/own-plans/own-plan-rows';
import { TraceFigures } from '../read-ledgers';

/** What a person typed of a project and a plan year, and when it took the place of the entry before (business clock). */
interface Entered {
  readonly planYear: PlanYear;
  readonly document: string | null;
  readonly actorId: string;
  readonly at: Date;
}

/** An owner's plan of the year. */
export interface EnteredPlan extends Entered {
  /** The 13 months (YYYY-MM), each with what is to be disbursed by its end: whole đồng as text. */
  readonly months: readonly { readonly month: string; readonly cumulative: string }[];
}

/** What was paid of the project from its start to the end of the year before the plan year. */
export interface EnteredPayment extends Entered {
  readonly paid: Dong;
}

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
  async view(actor: Actor, projectId: string, planYear: PlanYear): Promise<EnteredPlan> {
    const plan = await this.find(actor, projectId, planYear);
    if (!plan) throw notPlanned();
    return plan;
  }

  /** Null while nothing was entered. Throws PROJECT-NOT-FOUND. */
  async find(
    actor: Actor,
    projectId: string,
    planYear: PlanYear,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<EnteredPlan | null> {
    const asked = { planYear, projectId, knownAt: this.clock.now() };
    const [[plan]] = await together(manager, (all) =>
      Promise.all([spendingPlanRows(all, asked), this.projects.get(actor, projectId, all)]),
    );
    if (!plan) return null;
    const { cumulative, document, actorId, at } = plan;
    const months = cumulative.map((sum, index) => ({ month: monthOf(planYear, index), cumulative: sum }));
    return { planYear, months, document, actorId, at };
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

/**
 * What was paid of a project before the plan year, which no weekly return says: the annual settlement's "paid from the start to the
 * end of the year before". A later entry takes the place of the one before, which is kept.
 */
@Injectable()
export class PaidBefore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws PROJECT-NOT-FOUND and PAID-BEFORE-NOT-FOUND. */
  async view(actor: Actor, projectId: string, planYear: PlanYear): Promise<EnteredPayment> {
    const entry = await this.find(actor, projectId, planYear);
    if (!entry) throw notEntered();
    return entry;
  }

  /** Null while nothing was entered. Throws PROJECT-NOT-FOUND. */
  async find(
    actor: Actor,
    projectId: string,
    planYear: PlanYear,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<EnteredPayment | null> {
    const asked = { planYear, projectId, knownAt: this.clock.now() };
    const [[entry]] = await together(manager, (all) =>
      Promise.all([paidBeforeRows(all, asked), this.projects.get(actor, projectId, all)]),
    );
    if (!entry) return null;
    const { paid, document, actorId, at } = entry;
    return { planYear, paid, document, actorId, at };
  }

  /** Throws PROJECT-NOT-FOUND. */
  async set(
    actor: Actor,
    projectId: string,
    planYear: PlanYear,
    paid: Dong,
    document: string | null,
  ): Promise<void> {
    await this.projects.get(actor, projectId);
    await this.dataSource.transaction(async (manager) => {
      await insertPaidBefore(manager, {
        projectId,
        planYear,
        paid,
        document,
        actorId: actor.userId,
        at: this.clock.now(),
      });
      await this.audit.record(manager, actor.userId, 'paid-before.set', `project:${projectId}`, { planYear });
    });
  }
}

function notEntered(): Problem {
  return new Problem(
    404,
    'PAID-BEFORE-NOT-FOUND',
    'Chưa nhập lũy kế thanh toán từ khởi công đến hết năm trước của dự án.',
    'What was paid of the project before this year has not been entered.',
  );
}

/** All that was typed of a project for a plan year; null what nobody has entered. */
export interface EnteredOfProject {
  readonly paidBefore: EnteredPayment | null;
  readonly spendingPlan: EnteredPlan | null;
  /** How much of the capital plan in force today the owner means to disburse in all: percent, two decimals. */
  readonly spendingPlanRate: string | null;
  readonly months: readonly ComparedMonth[];
}

/** What was typed of a project for a year, next to what was disbursed: a page asks once, and nothing entered is no error. */
@Injectable()
export class ViewEntered {
  constructor(
    private readonly dataSource: DataSource,
    private readonly payments: PaidBefore,
    private readonly plans: SpendingPlans,
    private readonly tracing: TraceFigures,
    private readonly clock: SystemClock,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async execute(actor: Actor, projectId: string, planYear: PlanYear): Promise<EnteredOfProject> {
    const today = businessDate(this.clock.now());
    const [spendingPlan, { course, planSteps }, paidBefore] = await together(this.dataSource.manager, (all) =>
      Promise.all([
        this.plans.find(actor, projectId, planYear, all),
        this.tracing.course(all, actor, { projectId, planYear, asOf: today }),
        this.payments.find(actor, projectId, planYear, all),
      ]),
    );
    const cumulative = spendingPlan?.months.map((month) => month.cumulative) ?? null;
    const capital = planSteps.findLast(({ effectiveOn }) => effectiveOn <= today)?.after ?? null;
    return {
      paidBefore,
      spendingPlan,
      spendingPlanRate: wholeShare(cumulative, capital),
      months: compareMonths(planYear, { course, cumulative }, today),
    };
  }
}
