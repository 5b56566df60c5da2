import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  AdvanceMove,
  AdvanceState,
  AdvanceView,
  ClearanceMoneyView,
  LatePaymentView,
  ListOf,
} from '@thongvon/api-contract';
import { addDays, businessDate, type Dong, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, slicedPage, SystemClock } from '@thongvon/platform';
import { LATE_RATE, lateExposure } from '../domain/law/money-clock';
import {
  type AdvanceEntryRow,
  insertAdvance,
  listedAdvances,
  lockProjectOfAdvance,
  type Moved,
  toAdvanceView,
  visibleAdvance,
} from '../persistence/advance-rows';
import { projectNumbers } from '../persistence/clearance-sql';
import { FindProject } from './segments';
import { problems } from './problems';
import { ProjectSteps } from './project-steps';

export interface AdvancePage {
  readonly asOf: PlainDate;
  readonly limit: number;
  readonly cursor?: string;
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
    { asOf, limit, cursor, q, state, projectId }: AdvancePage,
  ): Promise<ListOf<AdvanceView>> {
    const rows = await listedAdvances(this.dataSource.manager, actor, { asOf, q, projectId });
    const views = rows.map((row) => toAdvanceView(row, asOf));
    const found = state === undefined ? views : views.filter((view) => view.state === state);
    return slicedPage(found, { limit, ...(cursor === undefined ? {} : { cursor }) });
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
      if (moved.amount > BigInt(found.left)) throw problems.advanceExceeded(found.left);
      await this.write(manager, actor, { id, projectId: found.projectId, type, ...moved });
    });
  }

  private async write(manager: EntityManager, actor: Actor, entry: AdvanceEntryRow): Promise<void> {
    const now = this.clock.now();
    if (entry.on > businessDate(now)) throw problems.dateInFuture('on');
    await insertAdvance(manager, entry, actor.userId, now);
    await this.audit.record(
      manager,
      actor.userId,
      `clearance-advance.${entry.type}`,
      `clearance-advance:${entry.id}`,
    );
  }
}

/** More than any project has. */
const ALL = 500;

/** Compensation of a project in money: approved, paid, advanced, and what late payment may cost. */
@Injectable()
export class ViewClearanceMoney {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly advances: Advances,
    private readonly steps: ProjectSteps,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, asOf: PlainDate): Promise<ClearanceMoneyView> {
    await this.projects.find(actor, projectId);
    const { compensation, compensated } = await projectNumbers(this.dataSource.manager, projectId, asOf);
    const [approved, paid] = [dong(compensation), dong(compensated)];
    const { items } = await this.advances.list(actor, { asOf, projectId, limit: ALL });
    return {
      approved: approved?.toString() ?? null,
      paid: paid?.toString() ?? null,
      reason: approved === null || paid === null ? 'not-reported' : null,
      advances: items,
      latePayment:
        approved === null || paid === null ? null : await this.late(actor, projectId, approved - paid, asOf),
    };
  }

  /** Null while payment is in time, done, or nothing is left to pay. */
  private async late(
    actor: Actor,
    projectId: string,
    base: Dong,
    asOf: PlainDate,
  ): Promise<LatePaymentView | null> {
    const { steps } = await this.steps.of(actor, projectId, null, asOf);
    const payment = steps.find(({ step }) => step === 'payment');
    const lastDay = payment?.deadlines.find(({ type }) => type === 'at-most')?.date as PlainDate | undefined;
    if (payment?.done !== null || payment.notApplicable || lastDay === undefined || base <= 0n) return null;
    const { days, exposure } = lateExposure(base, lastDay, asOf);
    if (days === 0) return null;
    return {
      since: addDays(lastDay, 1),
      days,
      base: base.toString(),
      ratePerDay: LATE_RATE.text,
      exposure: exposure.toString(),
      unverified: LATE_RATE.unverified,
      source: LATE_RATE.source,
    };
  }
}

const dong = (text: string | undefined): Dong | null => (text === undefined ? null : BigInt(text));
