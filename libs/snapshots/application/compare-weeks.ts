import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ComparedWeekView, ListOf, MovedProjectView, WeekComparisonView } from '@thongvon/api-contract';
import { showMovement } from '@thongvon/capital';
import { frozenReckoning, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage } from '@thongvon/platform';
import { type FrozenWeekRef, movementOfWeeks } from '../domain/frozen-week';
import { movedProjectList } from '../persistence/frozen-lists';
import { figuresOn, rollupSums, shownSum, type Sum, type SumsQuery } from '../persistence/frozen-sums';
import { FindFrozen } from './snapshots';
import { pageOf, sumsQuery, type FrozenPage, type SnapshotQuestion } from './list-frozen';

/** What moved between two frozen weeks, each in its latest revision. */
@Injectable()
export class CompareWeeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** The sums of both, of the second's plan year, and what changed. Throws SNAPSHOT-NOT-FOUND. */
  async sums(
    actor: Actor,
    from: string,
    to: string,
    question: SnapshotQuestion,
  ): Promise<WeekComparisonView> {
    const [first, second] = [await this.frozen.find(from), await this.frozen.find(to)];
    const query = sumsQuery(actor, second.week, question);
    const [before, after] = [await this.sumOf(first, query), await this.sumOf(second, query)];
    const movement = movementOfWeeks(
      { amount: before.sum?.disbursed ?? null, on: before.on },
      { amount: after.sum?.disbursed ?? null, on: after.on },
    );
    const [plannedBefore, planned] = [before.sum?.planned ?? null, after.sum?.planned ?? null];
    return {
      from: comparedView(first, before.sum),
      to: comparedView(second, after.sum),
      planChange: plannedBefore === null || planned === null ? null : (planned - plannedBefore).toString(),
      movement: showMovement(movement),
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
  async compare(
    actor: Actor,
    from: string,
    to: string,
    query: FrozenPage,
  ): Promise<ListOf<MovedProjectView>> {
    const [first, second] = [await this.frozen.find(from), await this.frozen.find(to)];
    const moved = movedProjectList(first.id, second.id, sumsQuery(actor, second.week, query), query.q);
    return listPage<MovedProjectView>(this.dataSource.manager, moved, pageOf(query));
  }
}

function comparedView({ week, revision }: FrozenWeekRef, sum: Sum | undefined): ComparedWeekView {
  const { planned, disbursed, rate } = shownSum(sum);
  return { week, revision, planned, disbursed, rate };
}
