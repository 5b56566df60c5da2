import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClosingKind, ClosingState } from '@thongvon/api-contract';
import { businessDate, daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Audit,
  dateInFuture,
  type Conditions,
  Problem,
  type ListPage,
  slicedPage,
  SystemClock,
} from '@thongvon/platform';
import { type ProjectRef, projectUnknown } from '@thongvon/projects';
import {
  type ClosingEntryRow,
  closingItemsInSight,
  type ClosingRow,
  closingRows,
  debtorNames,
  insertClosingEntry,
  type Owed,
  owedBy,
  seesProject,
} from '../persistence/closing-rows';

export type { Owed };

export interface ClosingPage {
  readonly asOf: PlainDate;
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ClosingKind;
  readonly state?: ClosingState;
  readonly projectId?: string;
}

/** What a completed project owes, as it stands on a day. */
export interface ClosingItem extends Owed {
  readonly id: string;
  readonly project: ProjectRef;
  readonly state: ClosingState;
  /** From `since` until it was settled, or until the day. */
  readonly daysOwed: number;
  readonly settledOn: PlainDate | null;
  /** Number and date of the document that says so. */
  readonly evidence: string | null;
}

/** What completed projects still owe: papers of the final settlement, and construction debts. Entries are only added. */
@Injectable()
export class ClosingItems {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Longest owed first. `q` searches project names and codes. */
  async list(
    actor: Actor,
    { asOf, limit, cursor, q, kind, state, projectId }: ClosingPage,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<ClosingItem>> {
    const where = closingItemsInSight(actor, { q, projectId, kind });
    const items = (await known(manager, where, asOf)).filter(
      (item) => state === undefined || item.state === state,
    );
    return slicedPage(items, { limit, cursor });
  }

  /** All that is owed on the day by those whose names, as they were typed, are wanted. Longest owed first. */
  async owedBy(
    actor: Actor,
    isWanted: (name: string) => boolean,
    asOf: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ClosingItem[]> {
    const typed = await debtorNames(manager, actor);
    const names = typed.filter(isWanted);
    if (names.length === 0) return [];
    const where = closingItemsInSight(actor, { names });
    return (await known(manager, where, asOf)).filter(({ state }) => state === 'owed');
  }

  /** Its id. Throws PROJECT-NOT-FOUND, DATE-IN-FUTURE and DEBT-WITHOUT-AMOUNT. */
  async add(actor: Actor, projectId: string, owed: Owed): Promise<string> {
    if (owed.kind === 'construction-debt' && owed.amount === null) throw problems.debtWithoutAmount();
    if (owed.since > this.today()) throw dateInFuture('since');
    if (!(await seesProject(this.dataSource.manager, actor, projectId))) throw projectUnknown();
    const id = randomUUID();
    await this.write(actor, { id, projectId, type: 'owed', fields: owed });
    return id;
  }

  /** Settling it again is no error. Throws CLOSING-ITEM-NOT-FOUND, DATE-IN-FUTURE and SETTLED-BEFORE-OWED. */
  async settle(actor: Actor, id: string, on: PlainDate, evidence: string): Promise<void> {
    const [found] = await closingRows(this.dataSource.manager, closingItemsInSight(actor, { id }));
    if (!found) throw problems.closingItemUnknown();
    if (found.settled) return;
    if (on > this.today()) throw dateInFuture('on');
    if (on < found.owed.since) throw problems.settledBeforeOwed();
    await this.write(actor, { id, projectId: found.project.id, type: 'settled', fields: { on, evidence } });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }

  private async write(actor: Actor, entry: ClosingEntryRow): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await insertClosingEntry(manager, entry, actor.userId, this.clock.now());
      await this.audit.record(
        manager,
        actor.userId,
        `closing-item.${entry.type}`,
        `closing-item:${entry.id}`,
      );
    });
  }
}

/** What had come to be owed by the day, longest owed first. */
async function known(manager: EntityManager, where: Conditions, asOf: PlainDate): Promise<ClosingItem[]> {
  const rows = await closingRows(manager, owedBy(where, asOf));
  return rows.map((row) => onDay(row, asOf)).toSorted((a, b) => b.daysOwed - a.daysOwed);
}

/** What is settled after the day was still owed on it. */
function onDay({ id, project, owed, settled }: ClosingRow, asOf: PlainDate): ClosingItem {
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

/** What a caller may have to mend. */
const problems = {
  closingItemUnknown: () =>
    new Problem(404, 'CLOSING-ITEM-NOT-FOUND', 'Không có khoản này.', 'There is no such item.'),
  debtWithoutAmount: () =>
    new Problem(
      422,
      'DEBT-WITHOUT-AMOUNT',
      'Nợ đọng phải ghi số tiền (amount).',
      'A debt needs its amount.',
      { field: 'amount' },
    ),
  settledBeforeOwed: () =>
    new Problem(
      422,
      'SETTLED-BEFORE-OWED',
      'Ngày này sớm hơn ngày bắt đầu nợ.',
      'That is before it was owed.',
      { field: 'on' },
    ),
} as const;
