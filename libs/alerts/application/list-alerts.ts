import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AlertRuleId, AlertSeverity, AlertState, AlertView, ListOf } from '@thongvon/contracts';
import type { PlainDate } from '@thongvon/kernel';
import { OrganizationTree, type Actor } from '@thongvon/organizations';
import { listPage, type SortKey } from '@thongvon/platform';
import { ALERT_COLUMNS, alertsOn, GRAVITY, inState } from '../infrastructure/alerts-sql';
import { toAlertView, type AlertRow } from '../infrastructure/alert-views';

export interface AlertPage {
  readonly asOf: PlainDate;
  readonly state?: AlertState;
  readonly rule?: AlertRuleId;
  readonly severity?: AlertSeverity;
  readonly organizationId?: string;
  readonly projectId?: string;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Gravest first, then most capital, what has no amount last. */
const SORT: readonly SortKey[] = [
  { sql: GRAVITY, type: 'integer' },
  { sql: '-coalesce(told.amount, -1)', type: 'numeric' },
  { sql: 'a.id', type: 'uuid' },
];

/** Alerts as they stand on a day. */
@Injectable()
export class ListAlerts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** `q` searches the sentence: names of projects, offices and units are in it. */
  async list(actor: Actor, page: AlertPage): Promise<ListOf<AlertView>> {
    const { asOf, state, rule, severity, organizationId, projectId, q, limit, cursor } = page;
    const { from, where } = alertsOn(actor, asOf);
    inState(where, state);
    where.matching('told.search_key', q);
    if (rule !== undefined) where.and((value) => `a.rule = ${value}`, rule);
    if (severity !== undefined) where.and((value) => `told.severity = ${value}`, severity);
    if (projectId !== undefined) where.and((value) => `a.project_id = ${value}`, projectId);
    if (organizationId !== undefined) {
      const ids = await this.tree.idsBelow(organizationId);
      where.and((value) => `a.organization_id = ANY(${value}::uuid[])`, ids);
    }
    const list = await listPage<AlertRow>(
      this.dataSource.manager,
      { columns: ALERT_COLUMNS, from, where, sort: SORT },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
    return { ...list, items: list.items.map(toAlertView) };
  }
}
