import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  ALERT_SEVERITIES,
  type AlertCountsView,
  type AlertGrouping,
  type AlertGroupView,
  type AlertRuleId,
  type ListOf,
} from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { OrganizationTree, type Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
import { ruleOf } from '../domain/rules';
import { alertsThat } from '../persistence/alert-filter';
import { alertsOn, GRAVITY, inState, PRESSURE, STATE, URGENT } from '../persistence/alerts-sql';
import type { AlertPage } from './list-alerts';

export interface AlertGroupsPage extends Omit<AlertPage, 'sort'> {
  readonly by: AlertGrouping;
}

interface GroupRow {
  rule: AlertRuleId | null;
  project: AlertGroupView['project'];
  /** Place in ALERT_SEVERITIES. */
  gravity: number;
  alerts: number;
  critical: number;
  urgent: number;
  oldest: PlainDate;
}

/** What a group has in common, and how its project is shown; those about offices as a whole are one group. */
const BY: Readonly<Record<AlertGrouping, { readonly key: string; readonly columns: string }>> = {
  rule: { key: 'a.rule', columns: 'a.rule, NULL::json AS project' },
  project: {
    key: 'p.id',
    columns: `NULL::text AS rule, CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'code', p.code, 'name', p.name) END
      AS project`,
  },
};

/** Alerts put together, and counted. */
@Injectable()
export class GroupAlerts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** A page of groups of those that match: with the gravest and most pressing first, then the oldest, then the most. */
  async groups(
    actor: Actor,
    { by, organizationId, limit, cursor, ...filter }: AlertGroupsPage,
  ): Promise<ListOf<AlertGroupView>> {
    const offices = organizationId === undefined ? undefined : await this.tree.idsBelow(organizationId);
    const { from, where } = alertsThat(actor, filter, offices);
    const { key, columns } = BY[by];
    // The groups' own conditions number their parameters on from those within.
    const outer = new Conditions();
    for (const value of where.parameters) outer.parameter(value);
    const list = await listPage<GroupRow>(
      this.dataSource.manager,
      {
        columns: 'g.rule, g.project, g.gravity, g.alerts, g.critical, g.urgent, g.oldest',
        from: `(
          SELECT ${columns}, coalesce(${key}::text, '') AS key, count(*)::integer AS alerts,
            count(*) FILTER (WHERE reported.severity = 'critical')::integer AS critical,
            count(*) FILTER (WHERE ${URGENT})::integer AS urgent, min(a.opened_on) AS oldest, min(${GRAVITY}) AS gravity,
            min(${GRAVITY} * 2 + ${PRESSURE}) AS pressure
          FROM ${from} WHERE ${where.sql} GROUP BY ${key}
        ) g`,
        where: outer,
        sort: [
          { sql: 'g.pressure', type: 'integer' },
          { sql: 'g.oldest', type: 'date' },
          { sql: '-g.alerts', type: 'integer' },
          { sql: 'g.key', type: 'text' },
        ],
      },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
    return { ...list, items: list.items.map(toGroupView) };
  }

  /** How many hold on the day, of all that the actor sees, and the latest week that the rules have looked at by then. */
  async counts(actor: Actor, asOf: PlainDate): Promise<AlertCountsView> {
    const { from, where } = alertsOn(actor, asOf);
    inState(where, undefined);
    const [counts] = await this.dataSource.manager.query<AlertCountsView[]>(
      `SELECT count(*) FILTER (WHERE state = 'open')::integer AS open,
         count(*) FILTER (WHERE state = 'open' AND severity = 'critical')::integer AS "openCritical",
         count(*) FILTER (WHERE state = 'acknowledged')::integer AS acknowledged,
         count(*) FILTER (WHERE state = 'snoozed')::integer AS snoozed,
         (SELECT max(week) FROM alerts.alert_evaluation WHERE counted AND week <= ${where.parameter(asOf)}) AS week
       FROM (SELECT ${STATE} AS state, reported.severity FROM ${from} WHERE ${where.sql}) AS held`,
      [...where.parameters],
    );
    if (!counts) throw new Error('a count has one row');
    return counts;
  }
}

function toGroupView({ rule, gravity, ...group }: GroupRow): AlertGroupView {
  const [title, titleEn] = rule === null ? [null, null] : ruleOf(rule).title;
  return { rule, title, titleEn, severity: ALERT_SEVERITIES[gravity] ?? 'info', ...group };
}
