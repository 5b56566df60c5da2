import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { showAmounts, type ShownAmounts } from '@thongvon/capital';
import {
  currentPlanYear,
  daysBetween,
  type Denominator,
  dongOf,
  movementBetween,
  type PlainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import { type ClearanceRates, clearanceRates } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage } from '@thongvon/platform';
import type { ProjectRef } from '@thongvon/projects';
import { daysOverdue } from '../domain/frozen-week';
import {
  frozenBlockerList,
  type FrozenBlockerRow,
  frozenProjectList,
  type FrozenProjectRow,
  type ListedLine,
} from '../persistence/frozen-lists';
import type { SumsQuery } from '../persistence/frozen-sums';
import { FindFrozen } from './snapshots';

/** A project in a frozen week, with its sums and the plan types and sources that they are of. */
export interface ListedFrozenProject
  extends ShownAmounts, Pick<FrozenProjectRow, 'kind' | 'owner' | 'commune' | 'figureAsOf' | 'reported'> {
  readonly project: ProjectRef;
  readonly clearance: ClearanceRates | null;
  /** Disbursed less that of the week before: whole đồng as text; null without a newer figure of the week. */
  readonly change: string | null;
  /** Days from its newest figure to the week. */
  readonly ageDays: number | null;
  readonly lines: readonly ListedLine[];
}

/** The projects of a frozen week, each with its plan types and sources. */
@Injectable()
export class ListFrozenProjects {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** By name without accents. Throws SNAPSHOT-NOT-FOUND. */
  async list(actor: Actor, week: string, query: FrozenPage): Promise<ListPage<ListedFrozenProject>> {
    const ref = await this.frozen.find(week, query.revision);
    const sums = sumsQuery(actor, ref.week, query);
    const { items, ...rest } = await listPage<FrozenProjectRow>(
      this.dataSource.manager,
      frozenProjectList(ref, sums, query.q),
      query,
    );
    return { ...rest, items: items.map((row) => listed(row, ref.week, sums.denominator)) };
  }
}

function listed(row: FrozenProjectRow, week: PlainDate, denominator: Denominator): ListedFrozenProject {
  const { id, code, name, kind, owner, commune, figureAsOf, reported, clearance, lines } = row;
  const { before, beforeOn, figureOn } = row;
  const counted = lines.filter(({ planType }) => denominator === 'all-plan' || planType === 'current-year');
  const sum = (field: 'planned' | 'beforeLate' | 'disbursed' | 'completed' | 'advance') =>
    sumDong(counted.map((line) => dongOf(line[field])));
  return {
    project: { id, code, name },
    kind,
    owner,
    commune,
    figureAsOf,
    reported,
    clearance: clearance && clearanceRates([clearance]),
    ...showAmounts({
      planned: sum(denominator === 'excluding-late-supplements' ? 'beforeLate' : 'planned'),
      disbursed: sum('disbursed'),
      completed: sum('completed'),
      advance: sum('advance'),
    }),
    change:
      movementBetween(
        { amount: dongOf(before), on: beforeOn },
        { amount: sum('disbursed'), on: figureOn },
        week,
      ).value?.toString() ?? null,
    ageDays: figureAsOf === null ? null : daysBetween(figureAsOf, week),
    lines: lines.map(({ beforeLate: _, ...line }) => line),
  };
}

/** A blocker that was open when a week was frozen. */
export interface ListedFrozenBlocker extends FrozenBlockerRow {
  /** On the day of the cut-off; 0 when it wasn't past due. */
  readonly daysOverdue: number | null;
}

/** The blockers that were open when a week was frozen. */
@Injectable()
export class ListFrozenBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** Earliest due first, those without a due date last. Throws SNAPSHOT-NOT-FOUND. */
  async list(
    actor: Actor,
    week: string,
    query: Omit<FrozenPage, 'planYear' | 'denominator'>,
  ): Promise<ListPage<ListedFrozenBlocker>> {
    const ref = await this.frozen.find(week, query.revision);
    const { items, ...rest } = await listPage<FrozenBlockerRow>(
      this.dataSource.manager,
      frozenBlockerList(ref.id, actor.scope, query.q),
      query,
    );
    return {
      ...rest,
      items: items.map((row) => ({ ...row, daysOverdue: daysOverdue(row.due, ref.week) })),
    };
  }
}

/** What a caller may ask of a frozen week: which revision (the latest), plan year (the week's own), and what rates divide by. */
export interface SnapshotQuestion {
  readonly revision?: number;
  readonly planYear?: PlanYear;
  readonly denominator?: Denominator;
}

/** A page of the rows of a frozen week. */
export interface FrozenPage extends SnapshotQuestion {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** The sums that a question is about. */
export function sumsQuery(
  actor: Actor,
  week: PlainDate,
  { planYear, denominator }: SnapshotQuestion,
): SumsQuery {
  return {
    scope: actor.scope,
    planYear: planYear ?? currentPlanYear(week),
    denominator: denominator ?? 'current-year-plan',
  };
}
