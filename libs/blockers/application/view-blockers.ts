import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  BlockerAttention,
  BlockerCause,
  BlockerPower,
  BlockerSort,
  BlockerState,
} from '@thongvon/api-contract';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  type Conditions,
  type ListPage,
  listPage,
  type SortKey,
  together,
  type WantedPage,
} from '@thongvon/platform';
import type { HistoryEntry } from '../domain/blocker-history';
import { type BlockerOnDay, blockerOnDay, type StoredBlocker } from '../domain/blocker-on-day';
import type { BlockersQuery } from '../domain/capital-held';
import { powersOf } from '../domain/powers';
import { officeCandidates, type OfficeRef } from '../domain/responsible-office';
import {
  canonicalOf,
  type FoundBlocker,
  foundBlocker,
  lockBlockers,
  type MergedBlocker,
  mergedInto,
} from '../persistence/blocker-identity';
import { reportedAndDone } from '../persistence/blocker-ledger';
import {
  blockersOn,
  DUE_SOON,
  HELD,
  IDLE_SINCE,
  OVERDUE,
  storedBlockers,
} from '../persistence/blockers-on-day';
import { officesToMean, officesToName } from '../persistence/unit-matches';
import { problems } from './problems';

export interface BlockerFilter {
  readonly state?: BlockerState;
  readonly cause?: BlockerCause;
  readonly responsibleUnit?: string;
  readonly responsibleOfficeId?: string;
  readonly contractor?: string;
  readonly projectId?: string;
  readonly attention?: BlockerAttention;
  /** Days that count as long without action. */
  readonly idleDays?: number;
  /** Closed on this day or later. */
  readonly closedSince?: PlainDate;
  readonly q?: string;
}

export interface BlockerPage extends BlockersQuery, BlockerFilter, WantedPage {
  readonly sort?: BlockerSort;
}

/** Orders, each made unique by the blocker's id. What isn't known comes last. */
const SORTS: Readonly<Record<BlockerSort, SortKey>> = {
  due: { sql: `coalesce(b.due, 'infinity')`, type: 'date' },
  capitalHeld: { sql: `(-least(coalesce(${HELD}, -1), 9e18))::bigint`, type: 'bigint' },
  openedOn: { sql: 'b.opened_on', type: 'date' },
};

const STATES: Readonly<Record<BlockerState, string>> = {
  open: 'b.open',
  overdue: OVERDUE,
  closed: 'NOT b.open',
};

const ATTENTIONS: Readonly<Record<Exclude<BlockerAttention, 'no-action'>, string>> = {
  'due-soon': DUE_SOON,
  reopened: 'b.reopened > 0',
  unnamed: 'b.unnamed_since IS NOT NULL',
  unclassified: `b.cause = 'unclassified'`,
  'no-office': 'b.responsible_office_id IS NULL',
  'proposal-open': '(b.due_proposal IS NOT NULL OR b.handover_proposal IS NOT NULL)',
};

/** Sorts after every day. */
const LAST = 'infinity';

/** How many of a whole list are read at a time. */
const PAGE = 500;

/** What blocks projects, as it stands on a day. */
@Injectable()
export class ListBlockers {
  constructor(private readonly dataSource: DataSource) {}

  /** Earliest due date first, unless asked otherwise. `q` searches description, unit, project's name and code. */
  async list(
    actor: Actor,
    query: BlockerPage,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<BlockerOnDay>> {
    const { limit, cursor, sort = 'due' } = query;
    // First which, then what of them: sorting narrow rows is what makes a page of ten thousand quick.
    const { from, where } = blockersOn(actor, query, sort === 'capitalHeld' ? 'of-all' : 'none');
    filterBlockers(where, query);
    const page = await listPage<{ id: string }>(
      manager,
      {
        columns: 'b.blocker_id AS id',
        from,
        where,
        sort: [SORTS[sort], { sql: 'b.blocker_id', type: 'uuid' }],
      },
      { limit, cursor },
    );
    const ids = page.items.map(({ id }) => id);
    return { ...page, items: await onDay(manager, actor, ids, query) };
  }

  /** The whole list: page by page, as long as one is `wanted` after the last of a page. */
  async all(
    actor: Actor,
    query: Omit<BlockerPage, 'limit' | 'cursor'>,
    wanted: (last: BlockerOnDay) => boolean = () => true,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BlockerOnDay[]> {
    const found: BlockerOnDay[] = [];
    let cursor: string | null = null;
    do {
      const given: BlockerPage = { ...query, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
      const page = await this.list(actor, given, manager);
      found.push(...page.items);
      const last = page.items.at(-1);
      cursor = last === undefined || wanted(last) ? page.nextCursor : null;
    } while (cursor !== null);
    return found;
  }

  /** All of a project: open ones first, then by due date. */
  async ofProject(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    query: BlockersQuery,
  ): Promise<BlockerOnDay[]> {
    const source = blockersOn(actor, query, 'of-few');
    filterBlockers(source.where, { projectId });
    const stored = await storedBlockers(manager, source);
    const keyOf = ({ open, due, id }: StoredBlocker): string => `${open ? 0 : 1} ${due ?? LAST} ${id}`;
    return stored
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map((blocker) => blockerOnDay(blocker, query));
  }
}

/** In the order of `ids`. */
async function onDay(
  manager: EntityManager,
  actor: Actor,
  ids: readonly string[],
  query: BlockersQuery,
): Promise<BlockerOnDay[]> {
  if (ids.length === 0) return [];
  const source = blockersOn(actor, query, 'of-few');
  source.where.and((all) => `b.blocker_id = ANY(${all}::uuid[])`, ids);
  const stored = await storedBlockers(manager, source);
  const found = new Map(stored.map((blocker) => [blocker.id, blockerOnDay(blocker, query)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Adds what a filter asks for to the conditions of `blockersOn`. */
export function filterBlockers(where: Conditions, filter: BlockerFilter): void {
  const { state, cause, responsibleUnit, responsibleOfficeId, contractor, projectId } = filter;
  const { attention, idleDays = 14, closedSince, q } = filter;
  where.matchingAny(['b.search_key', 'p.name_key', 'p.code'], q);
  where.matching('b.responsible_unit_key', responsibleUnit);
  where.matching('b.contractor_key', contractor);
  if (state !== undefined) where.also(STATES[state]);
  if (cause !== undefined) where.and((value) => `b.cause = ${value}`, cause);
  if (projectId !== undefined) where.and((value) => `b.project_id = ${value}`, projectId);
  if (responsibleOfficeId !== undefined)
    where.and((value) => `b.responsible_office_id = ${value}`, responsibleOfficeId);
  if (closedSince !== undefined)
    where.also('NOT b.open').and((day) => `b.closed_on >= ${day}::date`, closedSince);
  if (attention === 'no-action') where.and((days) => `${IDLE_SINCE} <= q.as_of - ${days}::int`, idleDays);
  else if (attention !== undefined) where.also(ATTENTIONS[attention]);
  if (attention !== undefined) where.also('b.open');
}

/** A blocker on a day with its whole history, oldest first, and the blockers that were merged into it. */
export interface BlockerWithHistory extends BlockerOnDay {
  readonly merged: readonly MergedBlocker[];
  readonly history: readonly HistoryEntry[];
  /** What the actor may do about it now. */
  readonly mayAct: readonly BlockerPower[];
  /** While no office is attached: those that the words may mean. */
  readonly officeCandidates: readonly OfficeRef[];
}

/** Shows one blocker with its whole history. */
@Injectable()
export class ViewBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** As it stands on the day asked for; of a merged one, the one that goes on for it. Throws BLOCKER-NOT-FOUND, also for a day before it began. */
  async view(actor: Actor, asked: string, query: BlockersQuery): Promise<BlockerWithHistory> {
    const id = await canonicalOf(this.dataSource.manager, asked);
    const source = blockersOn(actor, query, 'of-few');
    source.where.and((value) => `b.blocker_id = ${value}`, id);
    const [[stored], merged, history, now, offices] = await together(this.dataSource.manager, (all) =>
      Promise.all([
        storedBlockers(all, source),
        mergedInto(all, id),
        reportedAndDone(all, { blockerId: id }),
        foundBlocker(all, actor, id),
        officesToMean(all, id),
      ]),
    );
    if (!stored) throw problems.blockerUnknown();
    return {
      ...blockerOnDay(stored, query),
      merged: stored.isOwn ? merged : merged.filter(({ at }) => businessDate(at) <= query.asOf),
      // Who has handed it over sees it as on the days of its own turn, and nothing of what came after.
      history: stored.isOwn ? history : history.filter(({ on }) => on <= query.asOf),
      mayAct: now ? powersOf(actor, now) : [],
      officeCandidates: now?.isOwn === true ? officeCandidates(now.responsibleUnit, offices) : [],
    };
  }

  /** The offices that may be named as responsible for it: all that exist below the same top office. Their names are no secret. Throws BLOCKER-NOT-FOUND. */
  async offices(
    actor: Actor,
    asked: string,
    { q, ...page }: WantedPage & { readonly q?: string },
  ): Promise<ListPage<OfficeRef>> {
    const { manager } = this.dataSource;
    const id = await canonicalOf(manager, asked);
    if (!(await foundBlocker(manager, actor, id))) throw problems.blockerUnknown();
    return listPage<OfficeRef>(manager, officesToName(id, q), page);
  }
}

/** Finds a blocker that the actor may see; what lies outside doesn't exist for them. */
@Injectable()
export class FindBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** A merged one is the one that goes on for it. Throws BLOCKER-NOT-FOUND, also for one that only returns opened that no longer count. With `lock`, actions wait for each other. */
  async find(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<FoundBlocker> {
    const canonicalId = await canonicalOf(manager, id);
    // First wait, then look: an action that was being done meanwhile must be seen.
    if (lock) {
      await lockBlockers(manager, [canonicalId]);
      if ((await canonicalOf(manager, id)) !== canonicalId) return this.find(actor, id, manager, lock);
    }
    const found = await foundBlocker(manager, actor, canonicalId);
    if (!found) throw problems.blockerUnknown();
    return found;
  }
  /** The same for who keeps it: the owner's side. Throws NOT-YOURS-TO-ACT too, to who sees it only because an office of theirs must act. */
  async findOwn(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<FoundBlocker> {
    const found = await this.find(actor, id, manager, lock);
    if (!found.isOwn) throw problems.notYours();
    return found;
  }
}
