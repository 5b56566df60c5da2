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
import { ADVANCE_COLUMNS, type AdvanceRow, advancesOn, toAdvanceView } from '../persistence/advance-rows';
import { visibleClearance } from '@thongvon/projects';
import { projectNumbers } from '../persistence/clearance-sql';
import { FindProject } from './find-project';
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

interface Moved {
  readonly amount: Dong;
  readonly on: PlainDate;
  readonly document: string | null;
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
    const where = visibleClearance(actor)
      .matchingAny(['p.name_key', 'p.code'], q)
      .also(`a.type = 'advanced'`)
      .and((day) => `a.on_date <= ${day}::date`, asOf);
    if (projectId !== undefined) where.and((id) => `a.project_id = ${id}`, projectId);
    const rows = await this.dataSource.query<AdvanceRow[]>(
      `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn(`${where.parameter(asOf)}::date`)} WHERE ${where.sql}
       ORDER BY a.on_date, a.id`,
      [...where.parameters],
    );
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
      await manager.query(
        `SELECT FROM projects.project_ref WHERE id IN (SELECT project_id FROM land_clearance.clearance_advance_entry WHERE advance_id = $1) FOR NO KEY UPDATE`,
        [id],
      );
      const where = visibleClearance(actor)
        .and((value) => `a.advance_id = ${value}`, id)
        .also(`a.type = 'advanced'`);
      const [found] = await manager.query<{ projectId: string; on: PlainDate; left: string }[]>(
        `SELECT a.project_id AS "projectId", a.on_date AS "on", a.amount - moved.settled - moved.returned AS "left"
         FROM ${advancesOn(`'infinity'::date`)} WHERE ${where.sql}`,
        [...where.parameters],
      );
      if (!found) throw problems.advanceUnknown();
      if (moved.on < found.on) throw problems.beforeAdvance();
      if (moved.amount > BigInt(found.left)) throw problems.advanceExceeded(found.left);
      await this.write(manager, actor, { id, projectId: found.projectId, type, ...moved });
    });
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    entry: Moved & {
      readonly id: string;
      readonly projectId: string;
      readonly type: 'advanced' | AdvanceMove;
    },
  ): Promise<void> {
    const now = this.clock.now();
    if (entry.on > businessDate(now)) throw problems.dateInFuture('on');
    await manager.query(
      `INSERT INTO land_clearance.clearance_advance_entry (advance_id, project_id, type, amount, on_date, document, actor_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [entry.id, entry.projectId, entry.type, entry.amount, entry.on, entry.document, actor.userId, now],
    );
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

/** Every compensation advance, whoever holds the project, of which something is still out on the day, with its clock. */
export async function outstandingAdvances(manager: EntityManager, on: PlainDate): Promise<AdvanceView[]> {
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn('$1::date')}
     WHERE a.type = 'advanced' AND a.on_date <= $1::date ORDER BY a.on_date, a.id`,
    [on],
  );
  return rows.map((row) => toAdvanceView(row, on)).filter(({ state }) => state !== 'settled');
}
