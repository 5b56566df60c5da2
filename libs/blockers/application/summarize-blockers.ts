import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BlockerGrouping } from '@thongvon/api-contract';
import { Summarize, type Summary } from '@thongvon/capital';
import {
  addDays,
  closedWeek,
  type Denominator,
  type Dong,
  dongOf,
  type FigureAges,
  figureAges,
  formatRate,
  matchKey,
  nextLetterDay,
  type PlainDate,
  type PlanYear,
  type Reckoning,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { type Conditions, together } from '@thongvon/platform';
import type { ProjectRef } from '@thongvon/projects';
import { type ClosingItem, ClosingItems } from '@thongvon/works-contracts';
import type { BlockerOnDay } from '../domain/blocker-on-day';
import {
  ageingOf,
  type AgeingTotal,
  type BlockersQuery,
  groupsOf,
  type HeldGroup,
  type HeldParts,
  heldParts,
  heldTotal,
  type HeldTotal,
  overdueTotal,
} from '../domain/capital-held';
import { blockersOn, type DatedBlocker, openRows, openRowsOfDays } from '../persistence/blockers-on-day';
import { projectsOfContractors, registeredContractors, type WorkedOn } from '../persistence/register-rows';
import { problems } from './problems';
import { type BlockerFilter, filterBlockers, ListBlockers } from './view-blockers';

export type SummaryFilter = Pick<BlockerFilter, 'cause' | 'responsibleUnit' | 'contractor' | 'projectId'>;

/** What blocks on a day, what it holds, and by whom or what. */
export interface BlockerSummary extends HeldTotal {
  readonly asOf: PlainDate;
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
  readonly reckoning: Reckoning;
  /** Still to be disbursed of the whole plan; null where only some blockers are asked for, or some are of others' projects. */
  readonly remaining: Dong | null;
  /** Capital held of `remaining`: percent, two decimals, half up. */
  readonly share: string | null;
  /** The parts of `remaining`. */
  readonly parts: HeldParts;
  /** How old the figures are that the capital held is reckoned by. */
  readonly figures: FigureAges;
  /** What overdue ones hold together, each project once. */
  readonly heldOverdue: HeldTotal;
  readonly ageing: readonly AgeingTotal[];
  /** Empty unless groups are asked for. */
  readonly groups: readonly HeldGroup[];
}

/** What the open blockers of one project hold. */
interface HeldOfProject {
  readonly total: HeldTotal;
  readonly byCause: readonly HeldGroup[];
  readonly byUnit: readonly HeldGroup[];
}

/** What was held on a day. */
export interface HeldPoint extends HeldTotal {
  readonly asOf: PlainDate;
}

const WEEK = 7;
/** The longest series, in days. */
const LONGEST = 732;

/** How much capital open blockers hold, in all, by groups and by due date, on a day or through time. */
@Injectable()
export class SummarizeBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly disbursements: Summarize,
  ) {}

  /** On the day asked for, of what the actor sees; by groups too with `groupBy`. All reads see one state of the database. */
  async summarize(
    actor: Actor,
    query: BlockersQuery & SummaryFilter & { readonly groupBy?: BlockerGrouping },
  ): Promise<BlockerSummary> {
    const { asOf, planYear, denominator, groupBy: grouping } = query;
    const [rows, whole] = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      together(manager, (all) =>
        Promise.all([openBlockers(all, actor, query, query), this.whole(actor, query, all)]),
      ),
    );
    const { reckoning } = whole;
    const total = heldTotal(rows, reckoning);
    // What others' projects hold is no part of what one's own have left.
    const isPart = !isFiltered(query) && rows.every(({ isHeld }) => isHeld);
    const remaining = isPart ? dongOf(whole.remaining) : null;
    return {
      asOf,
      planYear,
      denominator,
      reckoning,
      ...total,
      remaining,
      share: shareOf(total.capitalHeld, remaining),
      figures: figureAges(
        [...new Map(rows.map(({ projectId, figureAsOf }) => [projectId, figureAsOf])).values()],
        closedWeek(asOf),
      ),
      parts: heldParts(rows, reckoning, remaining),
      heldOverdue: overdueTotal(rows, reckoning),
      ageing: ageingOf(rows, reckoning),
      groups: grouping === undefined ? [] : groupsOf(rows, grouping, reckoning),
    };
  }

  /** The plan that blockers hold a part of, by the same definition as everywhere. */
  private whole(
    actor: Actor,
    { asOf, figuresAsOf = asOf, planYear, denominator }: BlockersQuery,
    manager: EntityManager,
  ): Promise<Summary> {
    const query = { planYear, denominator, asOf: figuresAsOf, businessDay: asOf, basis: 'reported' as const };
    return this.disbursements.summarize(actor, query, manager);
  }

  /** The total alone; in the transaction of `manager` if given. */
  async total(
    actor: Actor,
    query: BlockersQuery & SummaryFilter,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<HeldTotal> {
    const { asOf: businessDay } = query;
    return heldTotal(await openBlockers(manager, actor, query, query), { businessDay });
  }

  /** The total of blockers of the actor's own projects and of those below: a part of their own plan, as others' projects are not (ADR 0234). */
  async ofOwnProjects(actor: Actor, query: BlockersQuery, manager: EntityManager): Promise<HeldTotal> {
    const rows = await openBlockers(manager, actor, query, {});
    return heldTotal(
      rows.filter(({ isHeld }) => isHeld),
      { businessDay: query.asOf },
    );
  }

  /** What a project's open blockers hold, in all and by groups. */
  async ofProject(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    query: BlockersQuery,
  ): Promise<HeldOfProject> {
    const rows = await openBlockers(manager, actor, query, { projectId });
    const days = { businessDay: query.asOf, nextLetterOn: nextLetterDay(query.asOf) };
    return {
      total: heldTotal(rows, days),
      byCause: groupsOf(rows, 'cause', days),
      byUnit: groupsOf(rows, 'responsibleUnit', days),
    };
  }

  /** A point every seven days from `from` to `to`, all in one statement. Throws SERIES-TOO-LONG. */
  async series(
    actor: Actor,
    { from, to, planYear, denominator, ...filter }: SeriesRange,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<HeldPoint[]> {
    if (to > addDays(from, LONGEST)) throw problems.seriesTooLong();
    const days: PlainDate[] = [];
    for (let day = from; day <= to; day = addDays(day, WEEK)) days.push(day);
    const asked = { planYear, denominator, days };
    const rows = await openRowsOfDays(manager, actor, asked, capitalOf(filter), (where) =>
      keepOpen(where, filter),
    );
    return days.map((asOf) => ({ asOf, ...heldTotal(rows.get(asOf) ?? [], { businessDay: asOf }) }));
  }
}

type SeriesRange = Omit<BlockersQuery, 'asOf' | 'figuresAsOf'> &
  SummaryFilter & { readonly from: PlainDate; readonly to: PlainDate };

const isFiltered = ({ cause, responsibleUnit, contractor, projectId }: SummaryFilter): boolean =>
  [cause, responsibleUnit, contractor, projectId].some((one) => one !== undefined);

/** The one share of what is left that blockers hold: sum first, divide once, two decimals half up. */
export function shareOf(held: Dong | null, remaining: Dong | null): string | null {
  return held === null || remaining === null ? null : formatRate(held, remaining);
}

function openBlockers(
  manager: EntityManager,
  actor: Actor,
  query: BlockersQuery,
  filter: SummaryFilter,
): Promise<DatedBlocker[]> {
  const source = blockersOn(actor, query, capitalOf(filter));
  keepOpen(source.where, filter);
  return openRows(manager, source);
}

/** Of one project alone its own plan and figures are summed, not everybody's. */
const capitalOf = ({ projectId }: SummaryFilter): 'of-all' | 'of-few' =>
  projectId === undefined ? 'of-all' : 'of-few';

function keepOpen(where: Conditions, { cause, responsibleUnit, contractor, projectId }: SummaryFilter): void {
  const asked = Object.entries({ cause, responsibleUnit, contractor, projectId });
  const given = asked.filter(([, value]) => value !== undefined);
  filterBlockers(where, { state: 'open', ...Object.fromEntries(given) });
}

/** All that a contractor holds up, owes and works on, among the projects in sight. */
export interface ContractorStanding {
  /** The names that were found, as they are written. */
  readonly names: readonly string[];
  /** What it holds up; a project counts once. */
  readonly held: HeldTotal;
  /** Open ones that name it, earliest due first. */
  readonly blockers: readonly BlockerOnDay[];
  /** Papers and debts, longest owed first. */
  readonly owes: readonly ClosingItem[];
  /** Projects of the register that it works on. */
  readonly projects: readonly ProjectRef[];
}

/** A contractor's page: the founding report names contractors with several stalled projects, seen together nowhere. */
@Injectable()
export class ViewContractor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: ListBlockers,
    private readonly held: SummarizeBlockers,
    private readonly closing: ClosingItems,
  ) {}

  /** Of all contractors whose name has these words. Empty lists where nothing is known of one. */
  async view(actor: Actor, name: string, query: BlockersQuery): Promise<ContractorStanding> {
    const { asOf } = query;
    const isWanted = (written: string): boolean => isNamed(written, name);
    const named = { ...query, contractor: name };
    const [blockers, owes, working, held] = await together(this.dataSource.manager, (all) =>
      Promise.all([
        this.blockers.all(actor, { ...named, state: 'open' }, () => true, all),
        this.closing.owedBy(actor, isWanted, asOf, all),
        projectsOf(all, actor, isWanted),
        this.held.total(actor, named, all),
      ]),
    );
    const names = [
      ...blockers.flatMap(({ contractor }) => contractor ?? []),
      ...owes.map(({ owedBy }) => owedBy),
      ...working.flatMap(({ contractors }) => contractors.filter(isWanted)),
    ];
    return {
      names: [...new Map(names.map((written) => [matchKey(written), written])).values()],
      held,
      blockers,
      owes,
      projects: working.map(({ contractors: _, ...project }) => project),
    };
  }
}

/** Those whose registers name one of the contractors that are wanted. */
async function projectsOf(
  manager: EntityManager,
  actor: Actor,
  isWanted: (name: string) => boolean,
): Promise<WorkedOn[]> {
  const names = (await registeredContractors(manager, actor)).filter(isWanted);
  return names.length === 0 ? [] : projectsOfContractors(manager, actor, names);
}

/** Every word asked for is in the name, without accents, as lists search. */
function isNamed(written: string, words: string): boolean {
  const key = matchKey(written);
  return matchKey(words)
    .split(' ')
    .every((word) => key.includes(word));
}
