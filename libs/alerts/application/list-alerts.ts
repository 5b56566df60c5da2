import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AlertSort, AlertView, ListOf } from '@thongvon/api-contract';
import { OrganizationTree, type Actor } from '@thongvon/organizations';
import { listPage, type SortKey } from '@thongvon/platform';
import { alertsThat, type AlertFilter } from '../persistence/alert-filter';
import { ALERT_COLUMNS, GRAVITY, PRESSURE } from '../persistence/alerts-sql';
import { toAlertView, type AlertRow } from '../persistence/alert-views';

export interface AlertPage extends AlertFilter {
  readonly sort?: AlertSort;
  /** Of this organisation and all below it. */
  readonly organizationId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const PRESSING: SortKey = { sql: PRESSURE, type: 'integer' };
const GRAVEST: SortKey = { sql: GRAVITY, type: 'integer' };
/** What has no amount comes last. */
const MOST_CAPITAL: SortKey = { sql: '-coalesce(reported.amount, -1)', type: 'numeric' };
const LAST: SortKey = { sql: 'a.id', type: 'uuid' };

const SORTS: Readonly<Record<AlertSort, readonly SortKey[]>> = {
  amount: [GRAVEST, MOST_CAPITAL, LAST],
  oldest: [GRAVEST, PRESSING, { sql: 'a.opened_on', type: 'date' }, MOST_CAPITAL, LAST],
  // Days back from a day that is ahead of all: what hasn't closed comes last.
  closed: [
    { sql: `date '9999-12-31' - coalesce(a.closed_on, '0001-01-01')`, type: 'integer' },
    GRAVEST,
    MOST_CAPITAL,
    LAST,
  ],
};

/** Alerts as they stand on a day. */
@Injectable()
export class ListAlerts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** A page of those that match, gravest first unless `sort` says otherwise. */
  async list(
    actor: Actor,
    { sort = 'amount', organizationId, limit, cursor, ...filter }: AlertPage,
  ): Promise<ListOf<AlertView>> {
    const offices = organizationId === undefined ? undefined : await this.tree.idsBelow(organizationId);
    const source = alertsThat(actor, filter, offices);
    const list = await listPage<AlertRow>(
      this.dataSource.manager,
      { columns: ALERT_COLUMNS, ...source, sort: SORTS[sort] },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
    return { ...list, items: list.items.map(toAlertView) };
  }
}
