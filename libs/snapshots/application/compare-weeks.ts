import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Dong, frozenReckoning, type Movement, type PlainDate, type Reckoning } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage } from '@thongvon/platform';
import { type FrozenWeekRef, movementOfWeeks } from '../domain/frozen-week';
import { type MovedProject, movedProjectList } from '../persistence/frozen-lists';
import {
  figuresOn,
  rollupSums,
  type Sum,
  type SumsOfWeek,
  sumsOfWeek,
  type SumsQuery,
} from '../persistence/frozen-sums';
import { FindFrozen } from './snapshots';
import { sumsQuery, type FrozenPage, type SnapshotQuestion } from './list-frozen';

/** The sums of two frozen weeks side by side, of the plan year of the second. */
export interface WeekComparison {
  readonly from: SumsOfWeek;
  readonly to: SumsOfWeek;
  readonly planChange: Dong | null;
  readonly movement: Movement;
  readonly reckoning: Reckoning;
}

/** What moved between two frozen weeks, each in its latest revision. */
@Injectable()
export class CompareWeeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** The sums of both, of the second's plan year, and what changed. Throws SNAPSHOT-NOT-FOUND. */
  async sums(actor: Actor, from: string, to: string, question: SnapshotQuestion): Promise<WeekComparison> {
    const [first, second] = [await this.frozen.find(from), await this.frozen.find(to)];
    const query = sumsQuery(actor, second.week, question);
    const [before, after] = [await this.sumOf(first, query), await this.sumOf(second, query)];
    const movement = movementOfWeeks(
      { amount: before.sum?.disbursed ?? null, on: before.on },
      { amount: after.sum?.disbursed ?? null, on: after.on },
    );
    const [plannedBefore, planned] = [before.sum?.planned ?? null, after.sum?.planned ?? null];
    return {
      from: sumsOfWeek(first, before.sum),
      to: sumsOfWeek(second, after.sum),
      planChange: plannedBefore === null || planned === null ? null : planned - plannedBefore,
      movement,
      reckoning: frozenReckoning(second.week, after.on),
    };
  }

  private async sumOf(
    { id }: FrozenWeekRef,
    query: SumsQuery,
  ): Promise<{ readonly sum: Sum | undefined; readonly on: PlainDate | null }> {
    const { manager } = this.dataSource;
    const sums = await rollupSums(manager, id, query);
    return {
      sum: sums.find(({ dimension }) => dimension === 'total'),
      on: await figuresOn(manager, id, query),
    };
  }

  /**
   * Projects whose plan, disbursement or blockers differ, the largest change first. Throws SNAPSHOT-NOT-FOUND.
   */
  async compare(actor: Actor, from: string, to: string, query: FrozenPage): Promise<ListPage<MovedProject>> {
    const [first, second] = [await this.frozen.find(from), await this.frozen.find(to)];
    const moved = movedProjectList(first.id, second.id, sumsQuery(actor, second.week, query), query.q);
    return listPage<MovedProject>(this.dataSource.manager, moved, query);
  }
}
