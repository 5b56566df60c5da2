import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  ClosingItemView,
  ClosingKind,
  ClosingState,
  ListOf,
  ProjectRefView,
} from '@thongvon/api-contract';
import { businessDate, daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, slicedPage, SystemClock, type Conditions } from '@thongvon/platform';
import { PROJECT_REF, visibleClearance } from '../persistence/refs-sql';
import { FindProject } from './find-project';
import { problems } from './problems';

export interface Owed {
  readonly kind: ClosingKind;
  readonly what: string;
  readonly owedBy: string;
  readonly since: PlainDate;
  readonly due: PlainDate | null;
  /** Whole đồng as text. */
  readonly amount: string | null;
}

export interface ClosingPage {
  readonly asOf: PlainDate;
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ClosingKind;
  readonly state?: ClosingState;
  readonly projectId?: string;
}

interface Row {
  readonly id: string;
  readonly project: ProjectRefView;
  readonly owed: Owed;
  readonly settled: { readonly on: PlainDate; readonly evidence: string } | null;
}

/** What completed projects still owe: papers of the final settlement, and construction debts. Entries are only added. */
@Injectable()
export class ClosingItems {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Longest owed first. `q` searches project names and codes. */
  async list(
    actor: Actor,
    { asOf, limit, cursor, q, kind, state, projectId }: ClosingPage,
  ): Promise<ListOf<ClosingItemView>> {
    const where = visibleClearance(actor).matchingAny(['p.name_key', 'p.code'], q);
    if (projectId !== undefined) where.and((id) => `p.id = ${id}`, projectId);
    if (kind !== undefined) where.and((value) => `e.fields->>'kind' = ${value}`, kind);
    const items = (await this.known(where, asOf)).filter(
      (item) => state === undefined || item.state === state,
    );
    return slicedPage(items, { limit, ...(cursor === undefined ? {} : { cursor }) });
  }

  /** All that is owed on the day by those whose names, as they were typed, are wanted. Longest owed first. */
  async owedBy(
    actor: Actor,
    isWanted: (name: string) => boolean,
    asOf: PlainDate,
  ): Promise<ClosingItemView[]> {
    const visible = visibleClearance(actor);
    const typed = await this.dataSource.query<{ name: string }[]>(
      `SELECT DISTINCT e.fields->>'owedBy' AS name FROM land_clearance.closing_entry e JOIN projects.project_ref p ON p.id = e.project_id
       WHERE ${visible.sql} AND e.type = 'owed'`,
      [...visible.parameters],
    );
    const names = typed.map(({ name }) => name).filter(isWanted);
    if (names.length === 0) return [];
    const where = visibleClearance(actor).and((any) => `e.fields->>'owedBy' = ANY(${any}::text[])`, names);
    return (await this.known(where, asOf)).filter(({ state }) => state === 'owed');
  }

  /** Its id. Throws PROJECT-NOT-FOUND, DATE-IN-FUTURE and DEBT-WITHOUT-AMOUNT. */
  async add(actor: Actor, projectId: string, owed: Owed): Promise<string> {
    if (owed.kind === 'construction-debt' && owed.amount === null) throw problems.debtWithoutAmount();
    if (owed.since > this.today()) throw problems.dateInFuture('since');
    await this.projects.find(actor, projectId);
    const id = randomUUID();
    await this.write(actor, { id, projectId, type: 'owed', fields: owed });
    return id;
  }

  /** Settling it again is no error. Throws CLOSING-ITEM-NOT-FOUND, DATE-IN-FUTURE and SETTLED-BEFORE-OWED. */
  async settle(actor: Actor, id: string, on: PlainDate, evidence: string): Promise<void> {
    const [found] = await this.rows(visibleClearance(actor).and((value) => `e.item_id = ${value}`, id));
    if (!found) throw problems.closingItemUnknown();
    if (found.settled) return;
    if (on > this.today()) throw problems.dateInFuture('on');
    if (on < found.owed.since) throw problems.settledBeforeOwed();
    await this.write(actor, { id, projectId: found.project.id, type: 'settled', fields: { on, evidence } });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }

  /** What had come to be owed by the day, longest owed first. */
  private async known(where: Conditions, asOf: PlainDate): Promise<ClosingItemView[]> {
    const rows = await this.rows(where.and((day) => `(e.fields->>'since')::date <= ${day}::date`, asOf));
    return rows.map((row) => toView(row, asOf)).toSorted((a, b) => b.daysOwed - a.daysOwed);
  }

  private rows(where: Conditions): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `SELECT e.item_id AS id, ${PROJECT_REF} AS project, e.fields AS owed,
         (SELECT s.fields FROM land_clearance.closing_entry s WHERE s.item_id = e.item_id AND s.type = 'settled' ORDER BY s.id LIMIT 1) AS settled
       FROM land_clearance.closing_entry e JOIN projects.project_ref p ON p.id = e.project_id
       WHERE ${where.sql} AND e.type = 'owed' ORDER BY e.id`,
      [...where.parameters],
    );
  }

  private async write(
    actor: Actor,
    entry: {
      readonly id: string;
      readonly projectId: string;
      readonly type: 'owed' | 'settled';
      readonly fields: object;
    },
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO land_clearance.closing_entry (item_id, project_id, type, fields, actor_id, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [entry.id, entry.projectId, entry.type, JSON.stringify(entry.fields), actor.userId, this.clock.now()],
      );
      await this.audit.record(
        manager,
        actor.userId,
        `closing-item.${entry.type}`,
        `closing-item:${entry.id}`,
      );
    });
  }
}

/** What is settled after the day was still owed on it. */
function toView({ id, project, owed, settled }: Row, asOf: PlainDate): ClosingItemView {
  const done = settled !== null && settled.on <= asOf ? settled : null;
  return {
    id,
    project,
    ...owed,
    state: done ? 'settled' : 'owed',
    daysOwed: daysBetween(owed.since, done?.on ?? asOf),
    settledOn: done?.on ?? null,
    evidence: done?.evidence ?? null,
  };
}
