import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AdvanceMove, AdvanceState } from '@thongvon/api-contract';
import { addDays, businessDate, type Dong, dongOf, formatDong, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Audit,
  dateInFuture,
  type ListPage,
  Problem,
  slicedPage,
  SystemClock,
  together,
  type WantedPage,
} from '@thongvon/platform';
import { type AdvanceOnDay, lateExposure } from '../domain/law/money-clock';
import { isSettled, type SteppedClock } from '../domain/law/step-clock';
import {
  type AdvanceEntryRow,
  insertAdvance,
  listedAdvances,
  lockProjectOfAdvance,
  type Moved,
  visibleAdvance,
} from '../persistence/advance-rows';
import { projectNumbers } from '../persistence/project-progress';
import { FindProject } from './segments';
import { ProjectSteps } from './project-steps';

export interface AdvancePage extends WantedPage {
  readonly asOf: PlainDate;
  readonly q?: string;
  readonly state?: AdvanceState;
  readonly projectId?: string;
}

/** Compensation advances and their recovery clocks. Entries are only added. */
@Injectable()
export class Advances {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Oldest first: its clock ends first. */
  async list(
    actor: Actor,
    { asOf, q, state, projectId, ...wanted }: AdvancePage,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<AdvanceOnDay>> {
    const all = await listedAdvances(manager, actor, { asOf, q, projectId });
    const found = state === undefined ? all : all.filter((advance) => advance.state === state);
    return slicedPage(found, wanted);
  }

  /** Its id. Throws PROJECT-NOT-FOUND and DATE-IN-FUTURE. */
  async add(actor: Actor, projectId: string, advance: Moved): Promise<string> {
    const id = randomUUID();
    await this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, null, manager);
      await this.write(manager, actor, { id, projectId, type: 'advanced', ...advance });
    });
    return id;
  }

  /** Throws ADVANCE-NOT-FOUND, DATE-IN-FUTURE, ADVANCE-BEFORE and ADVANCE-EXCEEDED. */
  async move(actor: Actor, id: string, type: AdvanceMove, moved: Moved): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First wait, then look: what was moved meanwhile is no longer left.
      await lockProjectOfAdvance(manager, id);
      const found = await visibleAdvance(manager, actor, id);
      if (!found) throw problems.advanceUnknown();
      if (moved.on < found.on) throw problems.beforeAdvance();
      if (moved.amount > found.left) throw problems.advanceExceeded(found.left);
      await this.write(manager, actor, { id, projectId: found.projectId, type, ...moved });
    });
  }

  private async write(manager: EntityManager, actor: Actor, entry: AdvanceEntryRow): Promise<void> {
    const now = this.clock.now();
    if (entry.on > businessDate(now)) throw dateInFuture('on');
    await insertAdvance(manager, entry, actor.userId, now);
    await this.audit.record(
      manager,
      actor.userId,
      `clearance-advance.${entry.type}`,
      `clearance-advance:${entry.id}`,
    );
  }
}

/** Compensation of a project on a day: approved by plans, paid, and advanced. Whole đồng; null: not reported. */
export interface ClearanceMoney {
  readonly approved: Dong | null;
  readonly paid: Dong | null;
  readonly advances: readonly AdvanceOnDay[];
  /** Null while payment is in time, done, or nothing is left to pay. */
  readonly latePayment: LatePayment | null;
}

/** Payment past its last day: what that may cost, by `LATE_RATE`. */
export interface LatePayment {
  /** The first late day. */
  readonly since: PlainDate;
  readonly days: number;
  /** Approved and not paid, and what lateness may cost on it: whole đồng. */
  readonly base: Dong;
  readonly exposure: Dong;
}

/** More than any project has. */
const ALL = 500;

/** Compensation of a project in money: approved, paid, advanced, and what late payment may cost. */
@Injectable()
export class ViewClearanceMoney {
  constructor(
    private readonly dataSource: DataSource,
    private readonly advances: Advances,
    private readonly steps: ProjectSteps,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  view(actor: Actor, projectId: string, asOf: PlainDate): Promise<ClearanceMoney> {
    return together(this.dataSource.manager, (all) => this.asked(all, actor, projectId, asOf));
  }

  /** The same, asked of `manager` at once. */
  async asked(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    asOf: PlainDate,
  ): Promise<ClearanceMoney> {
    const [numbers, { items }, { steps }] = await Promise.all([
      projectNumbers(manager, projectId, asOf),
      this.advances.list(actor, { asOf, projectId, limit: ALL }, manager),
      this.steps.asked(manager, actor, { projectId, segmentId: null, asOf }),
    ]);
    const [approved, paid] = [dongOf(numbers.compensation), dongOf(numbers.compensated)];
    const latePayment = approved === null || paid === null ? null : lateOf(steps, approved - paid, asOf);
    return { approved, paid, advances: items, latePayment };
  }
}

/** What is late of `base`, which is approved and not paid, by the clock of the step "payment". */
function lateOf(steps: readonly SteppedClock[], base: Dong, asOf: PlainDate): LatePayment | null {
  const payment = steps.find(({ entry }) => entry.step === 'payment');
  const lastDay = payment?.deadlines.find(({ limit }) => limit.type === 'at-most')?.date;
  if (payment === undefined || isSettled(payment.state) || lastDay === undefined || base <= 0n) return null;
  const { days, exposure } = lateExposure(base, lastDay, asOf);
  return days === 0 ? null : { since: addDays(lastDay, 1), days, base, exposure };
}

/** What a caller may have to mend. */
const problems = {
  advanceUnknown: () =>
    new Problem(404, 'ADVANCE-NOT-FOUND', 'Không có khoản tạm ứng này.', 'There is no such advance.'),
  beforeAdvance: () =>
    new Problem(422, 'ADVANCE-BEFORE', 'Ngày này sớm hơn ngày tạm ứng.', 'That is before the advance.', {
      field: 'on',
    }),
  advanceExceeded: (left: Dong) =>
    new Problem(
      422,
      'ADVANCE-EXCEEDED',
      `Khoản tạm ứng chỉ còn ${formatDong(left)} đồng.`,
      `Only ${left} đồng of the advance are left.`,
      { left: left.toString() },
    ),
} as const;
