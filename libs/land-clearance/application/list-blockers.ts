import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  BlockerAttention,
  BlockerCause,
  BlockerSort,
  BlockerState,
  BlockerView,
  ListOf,
} from '@thongvon/contracts';
import type { Actor } from '@thongvon/organizations';
import { listPage, type Conditions, type SortKey } from '@thongvon/platform';
import {
  blockersOn,
  DUE_SOON,
  HELD,
  IDLE_SINCE,
  OVERDUE,
  type BlockersQuery,
} from '../infrastructure/blockers-sql';
import { BLOCKER_COLUMNS, toBlockerView, type BlockerRow } from '../infrastructure/blocker-views';

export interface BlockerFilter {
  readonly state?: BlockerState;
  readonly cause?: BlockerCause;
  readonly responsibleUnit?: string;
  readonly projectId?: string;
  readonly attention?: BlockerAttention;
  /** Days that count as long without action. */
  readonly idleDays?: number;
  readonly q?: string;
}

export interface BlockerPage extends BlockersQuery, BlockerFilter {
  readonly limit: number;
  readonly cursor?: string;
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
};

/** What blocks projects, as it stands on a day. */
@Injectable()
export class ListBlockers {
  constructor(private readonly dataSource: DataSource) {}

  /** Earliest due date first, unless asked otherwise. `q` searches description, unit, project's name and code. */
  async list(actor: Actor, query: BlockerPage): Promise<ListOf<BlockerView>> {
    const { from, where } = blockersOn(actor, query);
    filterBlockers(where, query);
    const page = await listPage<BlockerRow>(
      this.dataSource.manager,
      {
        columns: BLOCKER_COLUMNS,
        from,
        where,
        sort: [SORTS[query.sort ?? 'due'], { sql: 'b.blocker_id', type: 'uuid' }],
      },
      { limit: query.limit, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) },
    );
    return { ...page, items: page.items.map((row) => toBlockerView(row, query)) };
  }
}

/** Adds what a filter asks for to the conditions of `blockersOn`. */
export function filterBlockers(where: Conditions, filter: BlockerFilter): void {
  const { state, cause, responsibleUnit, projectId, attention, idleDays = 14, q } = filter;
  where.matching(`(b.search_key || ' ' || p.name_key || ' ' || coalesce(p.code, ''))`, q);
  where.matching('b.responsible_unit_key', responsibleUnit);
  if (state !== undefined) where.also(STATES[state]);
  if (cause !== undefined) where.and((value) => `b.cause = ${value}`, cause);
  if (projectId !== undefined) where.and((value) => `b.project_id = ${value}`, projectId);
  if (attention === 'no-action') where.and((days) => `${IDLE_SINCE} <= q.as_of - ${days}::int`, idleDays);
  else if (attention !== undefined) where.also(ATTENTIONS[attention]);
  if (attention !== undefined) where.also('b.open');
}
