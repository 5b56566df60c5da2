import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SnapshotGrouping } from '@thongvon/api-contract';
import { type HeldTotal, heldTotal } from '@thongvon/blockers';
import type { ShownAmounts, SourceSplit } from '@thongvon/capital';
import {
  type DatedAmount,
  type Denominator,
  type Dong,
  frozenReckoning,
  type Movement,
  movementBetween,
  type PlainDate,
  type PlanYear,
  type Reckoning,
  UNSPECIFIED_SOURCE,
} from '@thongvon/kernel';
import { type ClearanceRates, clearanceRates } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, together } from '@thongvon/platform';
import { type FrozenOrganization, type FrozenWeekRef, movementOfWeeks } from '../domain/frozen-week';
import { type MovedProject, movedProjectList } from '../persistence/frozen-lists';
import {
  figuresOn,
  groupFiguresOn,
  heldBlockers,
  rollupSums,
  shownSum,
  type Sum,
  type SumsOfWeek,
  sumsOfWeek,
  type SumsQuery,
} from '../persistence/frozen-sums';
import { clearanceNumbers, laterReturns, organizationRows } from '../persistence/snapshot-rows';
import { type FrozenPage, type SnapshotQuestion, sumsQuery } from './list-frozen';
import { FindFrozen } from './snapshots';

/** A frozen week as far as somebody may see it: its sums with how they moved, and who reported. */
export interface ViewedWeek extends ShownAmounts {
  readonly ref: FrozenWeekRef;
  /** The latest that there is. */
  readonly latestRevision: number;
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
  readonly reckoning: Reckoning;
  readonly movement: Movement;
  /** What changes are counted from; null for the first week. */
  readonly previous: SumsOfWeek | null;
  readonly unplanned: { readonly projects: number; readonly disbursed: Dong | null };
  readonly coverage: FrozenCoverage;
  readonly organizations: readonly FrozenOrganization[];
  readonly groups: readonly FrozenGroup[];
  readonly blockers: HeldTotal;
  readonly clearance: ClearanceRates;
  /** How many returns of the week or earlier ones began or ceased to count since it was frozen last. */
  readonly laterReturns: number;
}

/** How far the week's reports reached. */
interface FrozenCoverage {
  /** Planned projects, those with a figure of any age, and those with one of the week. */
  readonly projects: number;
  readonly withFigure: number;
  readonly reported: number;
  /** Duties to report, and those that were done by the freezing. */
  readonly owed: number;
  readonly fulfilled: number;
}

/** The sums of one group of projects. */
interface FrozenGroup extends ShownAmounts {
  readonly by: SnapshotGrouping;
  /** Null: not known. */
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  /** By the group's own figures. */
  readonly movement: Movement;
}

/** A frozen week as the actor may see it. */
@Injectable()
export class ViewSnapshot {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** Throws SNAPSHOT-NOT-FOUND. */
  async view(actor: Actor, week: string, question: SnapshotQuestion): Promise<ViewedWeek> {
    return together(this.dataSource.manager, (all) => this.asked(all, actor, week, question));
  }

  private async asked(
    all: EntityManager,
    actor: Actor,
    week: string,
    question: SnapshotQuestion,
  ): Promise<ViewedWeek> {
    const [ref, latest, previous] = await Promise.all([
      this.frozen.find(week, question.revision, all),
      this.frozen.find(week, undefined, all),
      this.frozen.previous(week, question.revision, all),
    ]);
    const query = sumsQuery(actor, ref.week, question);
    const [organizations, blockers, clearance, later, now, past] = await Promise.all([
      organizationRows(all, ref.id, actor.scope),
      heldBlockers(all, ref, actor.scope),
      clearanceNumbers(all, ref.id, actor.scope),
      laterReturns(all, latest),
      summed(all, ref, query),
      previous ? summed(all, previous, query) : NOTHING_BEFORE,
    ]);
    const { sums } = now;
    const [total, unplanned] = [sumOf(sums, 'total'), sumOf(sums, 'unplanned')];
    const movement = movementBetween(
      { amount: sumOf(past.sums, 'total')?.disbursed ?? null, on: past.on },
      { amount: total?.disbursed ?? null, on: now.on },
      ref.week,
    );
    return {
      ref,
      latestRevision: latest.revision,
      planYear: query.planYear,
      denominator: query.denominator,
      ...shownSum(total),
      reckoning: frozenReckoning(ref.week, now.on),
      movement,
      previous: previous ? sumsOfWeek(previous, sumOf(past.sums, 'total')) : null,
      unplanned: { projects: unplanned?.projects ?? 0, disbursed: unplanned?.disbursed ?? null },
      coverage: coverageOf(total, organizations),
      organizations,
      groups: groupsOf(now, past, ref.week),
      blockers: heldTotal(blockers, { businessDay: ref.week }),
      clearance: clearanceRates(clearance),
      laterReturns: later,
    };
  }
}

/** A frozen week's sums, with the dates of their figures. */
async function summed(all: EntityManager, { id }: FrozenWeekRef, query: SumsQuery): Promise<Summed> {
  const [sums, on, dates] = await Promise.all([
    rollupSums(all, id, query),
    figuresOn(all, id, query),
    groupFiguresOn(all, id, query),
  ]);
  return { sums, on, dates };
}

function sumOf(
  sums: readonly Sum[],
  dimension: Sum['dimension'],
  key: string | null = null,
): Sum | undefined {
  return sums.find((sum) => sum.dimension === dimension && sum.key === key);
}

function coverageOf(total: Sum | undefined, organizations: readonly FrozenOrganization[]): FrozenCoverage {
  const owing = organizations.filter(({ owes }) => owes);
  return {
    projects: total?.projects ?? 0,
    withFigure: total?.withFigure ?? 0,
    reported: total?.reported ?? 0,
    owed: owing.length,
    fulfilled: owing.filter(({ state }) => state === 'reported').length,
  };
}

interface Grouped {
  readonly sums: readonly Sum[];
  /** Dates of the newest figures, by `dimension:key`. */
  readonly dates: ReadonlyMap<string, PlainDate>;
}

interface Summed extends Grouped {
  /** Date of the newest figure. */
  readonly on: PlainDate | null;
}

const NOTHING_BEFORE: Summed = { sums: [], on: null, dates: new Map() };

/** Each group changes by its own figures: one that is silent among others that report has no change. */
function groupsOf(now: Grouped, before: Grouped, week: PlainDate): FrozenGroup[] {
  return now.sums.flatMap((sum) => {
    const { dimension, key, label, projects } = sum;
    if (dimension === 'total' || dimension === 'unplanned') return [];
    const dated = ({ dates }: Grouped, amount: Dong | null | undefined): DatedAmount => ({
      amount: amount ?? null,
      on: dates.get(`${dimension}:${key ?? ''}`) ?? null,
    });
    const movement = movementBetween(
      dated(before, sumOf(before.sums, dimension, key)?.disbursed),
      dated(now, sum.disbursed),
      week,
    );
    const split = dimension === 'source' ? splitOf(now.sums, key) : null;
    const shown = shownSum({ ...sum, split });
    return [{ by: dimension, key, label: label ?? key, projects, ...shown, movement }];
  });
}

/** What neither a return nor the plan gives to a source stays apart: it may be of any, and no rate of one is whole with it open. */
function splitOf(sums: readonly Sum[], source: string | null): SourceSplit {
  const whole = sumOf(sums, 'source', UNSPECIFIED_SOURCE);
  const isOpen = whole !== undefined && whole.disbursed !== null && whole.disbursed !== 0n;
  return {
    derived: null,
    treasury: null,
    notSplit: isOpen ? whole.disbursed : null,
    notSplitProjects: isOpen ? whole.withFigure : 0,
    isUnsplit: source === UNSPECIFIED_SOURCE,
  };
}

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
    const { first, second, before, after } = await together(this.dataSource.manager, async (all) => {
      const [first, second] = await this.both(all, from, to);
      const query = sumsQuery(actor, second.week, question);
      const sums = await Promise.all([totalOf(all, first, query), totalOf(all, second, query)]);
      return { first, second, before: sums[0], after: sums[1] };
    });
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

  private both(all: EntityManager, from: string, to: string): Promise<[FrozenWeekRef, FrozenWeekRef]> {
    return Promise.all([this.frozen.find(from, undefined, all), this.frozen.find(to, undefined, all)]);
  }

  /**
   * Projects whose plan, disbursement or blockers differ, the largest change first. Throws SNAPSHOT-NOT-FOUND.
   */
  async compare(actor: Actor, from: string, to: string, query: FrozenPage): Promise<ListPage<MovedProject>> {
    const [first, second] = await together(this.dataSource.manager, (all) => this.both(all, from, to));
    const moved = movedProjectList(first.id, second.id, sumsQuery(actor, second.week, query), query.q);
    return listPage<MovedProject>(this.dataSource.manager, moved, query);
  }
}

async function totalOf(
  all: EntityManager,
  { id }: FrozenWeekRef,
  query: SumsQuery,
): Promise<{ readonly sum: Sum | undefined; readonly on: PlainDate | null }> {
  const [sums, on] = await Promise.all([rollupSums(all, id, query), figuresOn(all, id, query)]);
  return { sum: sums.find(({ dimension }) => dimension === 'total'), on };
}
