import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReallocationSide } from '@thongvon/api-contract';
import { paidBeforeRows, yearEndEstimatesAsKnown } from '@thongvon/capital';
import {
  addDays,
  businessDate,
  currentPlanYear,
  matchKey,
  type PlainDate,
  type PlanYear,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  type ListPage,
  SystemClock,
  together,
  type WantedPage,
} from '@thongvon/platform';
import { type FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { candidates, type DeskProject, deskProjects, type SourceSum, sourceSums } from '../domain/candidates';
import { type Declaration, type Issue, issuesOf, openIssues, type ProposalLine } from '../domain/checks';
import { groundsOf } from '../domain/outlook';
import { type WhatIf, whatIf } from '../domain/what-if';
import { readMarket } from '../persistence/market-rows';
import { problems } from './problems';

/** A frozen week as the desk looks at it. */
export interface DeskOfWeek {
  readonly ref: FrozenWeekRef;
  readonly planYear: PlanYear;
  readonly projects: ReadonlyMap<string, DeskProject>;
}

/** Lines by a week: what they would do, what is wrong with them, and what of that stands in the way of keeping them. */
export interface Trial {
  readonly ref: Pick<FrozenWeekRef, 'week' | 'revision'>;
  readonly effect: WhatIf;
  readonly issues: readonly Issue[];
  readonly open: readonly Issue[];
  readonly declared: readonly Declaration[];
}

/** Lines that somebody thinks of, by the week that they look at. */
export interface WantedLines {
  readonly week: PlainDate;
  readonly revision: number;
  readonly lines: readonly ProposalLine[];
  readonly declared: readonly Declaration[];
}

export interface DeskView extends DeskOfWeek {
  readonly sources: readonly SourceSum[];
  readonly whole: WhatIf['whole'];
}

/** Where capital could go: on the figures of a frozen week, as the leaders' letter has them. It changes nothing. */
@Injectable()
export class ReallocationDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly clock: SystemClock,
  ) {}

  /** Throws REALLOCATION-NO-WEEK. */
  async view(actor: Actor): Promise<DeskView> {
    const desk = await this.load(await this.latest(), actor.scope);
    return { ...desk, sources: sourceSums(desk.projects.values()), whole: tried(desk, [], []).effect.whole };
  }

  /** Who has capital of the source, candidates first. Throws REALLOCATION-NO-WEEK and CURSOR-INVALID. */
  async candidates(
    actor: Actor,
    {
      side,
      source,
      q = '',
      limit,
      cursor,
    }: WantedPage & { side: ReallocationSide; source: string; q?: string },
  ): Promise<ListPage<DeskProject>> {
    const { projects } = await this.load(await this.latest(), actor.scope);
    const words = matchKey(q);
    const found = candidates(projects.values(), side, source).filter(({ name, code, owner }) =>
      matchKey(`${name} ${code ?? ''} ${owner ?? ''}`).includes(words),
    );
    const after = cursor === undefined ? -1 : found.findIndex(({ id }) => id === decodeCursor(cursor, 1)[0]);
    // Of another list, or gone since: beginning anew would show projects twice.
    if (cursor !== undefined && after < 0) throw cursorInvalid();
    const from = after + 1;
    const items = found.slice(from, from + limit);
    const last = items.at(-1);
    return {
      items,
      total: found.length,
      nextCursor: last && from + limit < found.length ? encodeCursor([last.id]) : null,
    };
  }

  /** What lines would do. Throws REALLOCATION-NO-WEEK. */
  async try(actor: Actor, { week, revision, lines, declared }: WantedLines): Promise<Trial> {
    const desk = await this.load(await this.frozen(week, revision), actor.scope);
    return tried(desk, lines, declared);
  }

  /** The newest frozen week. Throws REALLOCATION-NO-WEEK. */
  async latest(manager: EntityManager = this.dataSource.manager): Promise<FrozenWeekRef> {
    const ref = await this.snapshots.latestBefore(addDays(businessDate(this.clock.now()), 8), manager);
    if (!ref) throw problems.noWeek();
    return ref;
  }

  /** Throws REALLOCATION-NO-WEEK. */
  async frozen(
    week: PlainDate,
    revision: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenWeekRef> {
    const ref = await this.snapshots.find(week, revision, manager);
    if (!ref) throw problems.noWeek();
    return ref;
  }

  /** What was known by the cut of the week of the projects of these offices. */
  async load(
    ref: FrozenWeekRef,
    scope: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DeskOfWeek> {
    const planYear = currentPlanYear(ref.week);
    const known = { planYear, asOf: ref.week, knownAt: ref.frozenAt };
    const [projects, blockers, grounds, market, paid, estimates] = await together(manager, (all) =>
      Promise.all([
        this.snapshots.projects(ref, all),
        this.snapshots.blockers(ref, all),
        this.snapshots.paceGrounds(ref, all),
        readMarket(all),
        paidBeforeRows(all, known),
        yearEndEstimatesAsKnown(all, known),
      ]),
    );
    const visible = new Set(scope);
    const own = projects.filter(({ organizationId }) => visible.has(organizationId));
    const desk = deskProjects({
      now: { week: ref.week, projects: own, blockers },
      planYear,
      grounds: groundsOf(grounds, planYear),
      market,
      paidBefore: new Map(paid.map((row) => [row.projectId, row.paid])),
      estimates: new Map(estimates.map(({ projectId, estimate }) => [projectId, estimate])),
    });
    return { ref, planYear, projects: desk };
  }
}

/** What lines would do by a week, and what of them stands in the way. */
export function tried(
  { ref, planYear, projects }: DeskOfWeek,
  lines: readonly ProposalLine[],
  declared: readonly Declaration[],
): Trial {
  const issues = issuesOf(projects, lines);
  return {
    ref,
    effect: whatIf(projects, lines, { week: ref.week, planYear }),
    issues,
    open: openIssues(issues, declared),
    declared,
  };
}
