import type { EntityManager } from 'typeorm';
import type { AlertGrouping, AlertRuleId, AlertSort, AlertSubjectKind } from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import type { AlertCounts, AlertFilter, AlertGroup } from '../domain/alert';
import {
  ALERT_COLUMNS,
  alertsOn,
  alertsThat,
  everyAlertOn,
  GRAVITY,
  inState,
  PRESSURE,
  standing,
  STATE,
  URGENT,
} from './alert-queries';

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

/** Those that the actor sees and that match: rows of an `AlertRow`. `offices`: only of these organisations. */
export function alertList(
  actor: Actor,
  filter: AlertFilter,
  sort: AlertSort,
  offices?: readonly string[],
): ListSource {
  return { columns: ALERT_COLUMNS, ...alertsThat(actor, filter, offices), sort: SORTS[sort] };
}

/** A row of `alertGroups`. */
export interface AlertGroupRow extends Omit<AlertGroup, 'severity'> {
  /** Place in ALERT_SEVERITIES. */
  readonly gravity: number;
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

/** Groups of those that match: with the gravest and most pressing first, then the oldest, then the most. */
export function alertGroups(
  actor: Actor,
  filter: AlertFilter,
  by: AlertGrouping,
  offices?: readonly string[],
): ListSource {
  const { from, where } = alertsThat(actor, filter, offices);
  const { key, grouped, columns } = BY[by];
  // The groups' own conditions number their parameters on from those within.
  const outer = new Conditions();
  for (const value of where.parameters) outer.parameter(value);
  return {
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
  };
}

/** How many hold on the day, of all that the actor sees, and the latest week that the rules have looked at by then. */
export async function countAlerts(
  manager: EntityManager,
  actor: Actor,
  asOf: PlainDate,
): Promise<AlertCounts> {
  const { from, where } = alertsOn(actor, asOf);
  inState(where, undefined);
  const [counts] = await manager.query<AlertCounts[]>(
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

/** An alert that holds on a day, as a letter is made of it. */
export interface StandingAlertRow {
  readonly rule: AlertRuleId;
  readonly subjectKind: AlertSubjectKind;
  readonly subjectId: string;
  /** Null: not of a plan year. */
  readonly planYear: PlanYear | null;
  readonly organizationId: string;
  readonly organization: string;
  readonly projectId: string | null;
  readonly amount: Dong | null;
  readonly openedOn: PlainDate;
  /** What it says, with its numbers. */
  readonly text: string;
  readonly textEn: string;
  /** Why it is open again although somebody had taken note of it or put it off; null: it isn't. In both languages. */
  readonly reopened: string | null;
  readonly reopenedEn: string | null;
}

/** Every alert that holds on a day, whoever's it is, without those put off: gravest first, then most capital. */
export async function standingAlerts(manager: EntityManager, day: PlainDate): Promise<StandingAlertRow[]> {
  const { from, where } = everyAlertOn(day);
  standing(where);
  const rows = await manager.query<(Omit<StandingAlertRow, 'amount'> & { amount: string | null })[]>(
    `SELECT a.rule, a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.plan_year AS "planYear",
       a.organization_id AS "organizationId", o.name AS organization, a.project_id AS "projectId", reported.amount, reported.text,
       reported.text_en AS "textEn", a.opened_on AS "openedOn",
       CASE WHEN action.type = 'reopened' THEN action.text END AS reopened,
       CASE WHEN action.type = 'reopened' THEN action.text_en END AS "reopenedEn"
     FROM ${from} WHERE ${where.sql} ORDER BY ${GRAVITY}, coalesce(reported.amount, -1) DESC, a.id`,
    [...where.parameters],
  );
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : BigInt(row.amount) }));
}
