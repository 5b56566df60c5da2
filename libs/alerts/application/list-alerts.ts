import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  ALERT_SEVERITIES,
  type AlertCountsView,
  type AlertGrouping,
  type AlertGroupView,
  type AlertRuleId,
  type AlertSort,
  type AlertSubjectKind,
  type AlertView,
  type ListOf,
} from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import { type Actor, OrganizationTree } from '@thongvon/organizations';
import { Conditions, listPage, type SortKey } from '@thongvon/platform';
import { ruleOf } from '../domain/rules';
import {
  ALERT_COLUMNS,
  type AlertFilter,
  type AlertRow,
  alertsOn,
  alertsThat,
  everyAlertOn,
  GRAVITY,
  inState,
  PRESSURE,
  standing,
  STATE,
  toAlertView,
  URGENT,
} from '../persistence/alert-queries';

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

interface AlertGroupsPage extends Omit<AlertPage, 'sort'> {
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
const BY: Readonly<
  Record<AlertGrouping, { readonly key: string; readonly grouped: string; readonly columns: string }>
> = {
  rule: { key: 'a.rule', grouped: 'a.rule', columns: 'a.rule, NULL::json AS project' },
  project: {
    key: 'p.id',
    grouped: 'p.id, p.code, p.name',
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
    const { key, grouped, columns } = BY[by];
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
          FROM ${from} WHERE ${where.sql} GROUP BY ${grouped}
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

/** An alert that holds, as far as a week's letters look at it. */
export interface StandingAlert {
  readonly rule: AlertRuleId;
  readonly title: string;
  /** Null: not of a plan year. */
  readonly planYear: PlanYear | null;
  readonly organizationId: string;
  readonly organization: string;
  readonly projectId: string | null;
  /** The blocker that it is about. */
  readonly blockerId: string | null;
  /** About what those who clear a part of the project see as well: a blocker, or an advance of compensation. */
  readonly ofClearance: boolean;
  readonly amount: Dong | null;
  readonly openedOn: PlainDate;
  /** What it says, with its numbers. */
  readonly text: string;
  /** Why it is open again although somebody had taken note of it or put it off; null: it isn't. */
  readonly reopened: string | null;
  /** The same in English. */
  readonly reopenedEn: string | null;
}

type Row = Omit<StandingAlert, 'title' | 'blockerId' | 'ofClearance' | 'amount'> & {
  readonly subjectKind: AlertSubjectKind;
  readonly subjectId: string;
  readonly amount: string | null;
};

/** Every alert that holds on a day, whoever's it is. */
@Injectable()
export class StandingAlerts {
  constructor(private readonly dataSource: DataSource) {}

  /** Without those put off. Gravest first, then most capital. Thousands of them, so in one question and without pages. */
  async on(day: PlainDate): Promise<StandingAlert[]> {
    const { from, where } = everyAlertOn(day);
    standing(where);
    const rows = await this.dataSource.manager.query<Row[]>(
      `SELECT a.rule, a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.plan_year AS "planYear",
         a.organization_id AS "organizationId", o.name AS organization, a.project_id AS "projectId", reported.amount, reported.text,
         a.opened_on AS "openedOn",
         CASE WHEN action.type = 'reopened' THEN action.text END AS reopened,
         CASE WHEN action.type = 'reopened' THEN action.text_en END AS "reopenedEn"
       FROM ${from} WHERE ${where.sql} ORDER BY ${GRAVITY}, coalesce(reported.amount, -1) DESC, a.id`,
      [...where.parameters],
    );
    return rows.map(({ subjectKind, subjectId, amount, ...row }) => ({
      ...row,
      title: ruleOf(row.rule).title[0],
      blockerId: subjectKind === 'blocker' ? subjectId : null,
      ofClearance: subjectKind === 'blocker' || subjectKind === 'advance',
      amount: amount === null ? null : BigInt(amount),
    }));
  }
}
