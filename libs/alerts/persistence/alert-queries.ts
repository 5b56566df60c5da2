import type { EntityManager } from 'typeorm';
import type { AlertAction, AlertState } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { takesPart } from '@thongvon/projects';
import type { AlertFilter, AlertMoment, AlertNote, AlertOnDay, AlertSubject } from '../domain/alert';
import { RULES } from '../domain/rules';
import { AlertEvent } from './entities/alert';

/** Events that say what the rule found; the last one counts. */
export const REPORTS = `'opened', 'changed'`;

/** Events that say whether somebody is at it; the last one counts. `reopened`: it is worse now than when that was said. */
export const ACTIONS = `'acknowledged', 'snoozed', 'withdrawn', 'reopened'`;

/** Whether it is about a date or a limit, not about money that goes slowly, over `alertsOn`. */
const PRESSING = `(a.rule NOT IN (${RULES.filter(({ judges }) => judges === 'pace')
  .map(({ id }) => `'${id}'`)
  .join(', ')}))`;

/** What presses more comes first among the equally grave. */
export const PRESSURE = `(CASE WHEN ${PRESSING} THEN 0 ELSE 1 END)`;

/** How grave, gravest first, over `alertsOn`. */
export const GRAVITY = `(CASE reported.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END)`;

/** SQL for the state on the day, over `alertsOn`. What was taken back, or is outgrown, leaves it open. */
export const STATE = `(CASE WHEN a.closed_on <= q.as_of THEN 'closed' WHEN action.type = 'snoozed' AND action.snoozed_until > q.as_of THEN 'snoozed'
  WHEN action.type = 'acknowledged' THEN 'acknowledged' ELSE 'open' END)`;

/** SQL for whether it is a person's turn today, over `alertsOn`. */
export const URGENT = `(reported.severity = 'critical' AND ${STATE} = 'open' AND ${PRESSING})`;

/** The columns of an `AlertRow`, over `alertsOn`. */
export const ALERT_COLUMNS = `a.id, a.rule, ${STATE} AS state, ${URGENT} AS urgent, reported.severity, a.subject_kind AS "subjectKind",
  a.subject_id AS "subjectId", reported.subject_name AS "subjectName",
  CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'code', p.code, 'name', p.name) END AS project,
  json_build_object('id', o.id, 'name', o.name) AS organization, a.plan_year AS "planYear", reported.amount, reported.text,
  reported.text_en AS "textEn", a.opened_on AS "openedOn", reported.on_date AS "changedOn", reported.numbers, reported.snapshot_id AS "snapshotId",
  CASE WHEN a.closed_on <= q.as_of THEN a.closed_on END AS "closedOn", action.snoozed_until AS "snoozedUntil", action.reason,
  action.type AS action, action.actor_id AS "actorId", action.recorded_at AS "actionAt",
  (SELECT u.name FROM organizations.user_ref u WHERE u.id = action.actor_id) AS "actorName",
  CASE WHEN action.type = 'reopened' AND ${STATE} = 'open'
    THEN json_build_object('on', action.on_date, 'text', action.text, 'textEn', action.text_en) END AS reopened`;

interface AlertSource {
  /** Alert `a`, as last `reported`, the last `action` about it, project `p`, organisation `o`, question `q`. */
  readonly from: string;
  /** Only what the actor may see and what had been opened by the day. */
  readonly where: Conditions;
}

/**
 * Alerts as they stand on a day: of the actor's organisations, and those about blockers and advances of projects of
 * whose clearance they take part in (as land-clearance lets them see).
 */
export function alertsOn(actor: Actor, asOf: PlainDate): AlertSource {
  const source = everyAlertOn(asOf);
  source.where.and(
    (ids) => `(a.organization_id = ANY(${ids}::uuid[]) OR (a.subject_kind IN ('blocker', 'advance')
      AND a.project_id IN ${takesPart(ids)}))`,
    actor.scope,
  );
  return source;
}

/** Alerts of all organisations as they stand on a day. */
export function everyAlertOn(asOf: PlainDate): AlertSource {
  const where = new Conditions().also('a.opened_on <= q.as_of');
  const day = `${where.parameter(asOf)}::date`;
  const last = (types: string): string =>
    `(SELECT * FROM alerts.alert_event e WHERE e.alert_id = a.id AND e.type IN (${types}) AND e.on_date <= q.as_of
      ORDER BY e.id DESC LIMIT 1)`;
  return {
    from: `(SELECT ${day} AS as_of) q CROSS JOIN alerts.alert a JOIN organizations.organization_ref o ON o.id = a.organization_id
      LEFT JOIN projects.project_ref p ON p.id = a.project_id
      CROSS JOIN LATERAL ${last(REPORTS)} reported
      LEFT JOIN LATERAL ${last(ACTIONS)} action ON true`,
    where,
  };
}

/** Adds to the conditions of `everyAlertOn` that the alert holds and isn't put off. */
export function standing(where: Conditions): void {
  inState(where, undefined);
  where.also(`${STATE} <> 'snoozed'`);
}

/** Adds a state to the conditions of either; without one, all that hold. */
export function inState(where: Conditions, state: AlertState | undefined): void {
  // On the alert's own column, so that the many closed ones are never looked at closely.
  where.also(
    state === 'closed' ? 'a.closed_on <= q.as_of' : '(a.closed_on IS NULL OR a.closed_on > q.as_of)',
  );
  if (state !== undefined) where.and((value) => `${STATE} = ${value}`, state);
}

/** `alertsOn`, narrowed. `offices`: only of these organisations. */
export function alertsThat(
  actor: Actor,
  { asOf, state, rule, severity, basis, about, projectId, q }: AlertFilter,
  offices?: readonly string[],
): AlertSource {
  const { from, where } = alertsOn(actor, asOf);
  inState(where, state);
  where.matching('reported.search_key', q);
  if (rule !== undefined) where.and((value) => `a.rule = ${value}`, rule);
  if (severity !== undefined) where.and((value) => `reported.severity = ${value}`, severity);
  if (basis !== undefined) {
    const rules = RULES.filter((known) => known.basis === basis).map(({ id }) => id);
    where.and((value) => `a.rule = ANY(${value}::text[])`, rules);
  }
  if (about !== undefined) where.also(`a.project_id IS ${about === 'project' ? 'NOT NULL' : 'NULL'}`);
  if (projectId !== undefined) where.and((value) => `a.project_id = ${value}`, projectId);
  if (offices !== undefined) where.and((value) => `a.organization_id = ANY(${value}::uuid[])`, offices);
  return { from, where };
}

/** A row of `ALERT_COLUMNS`. */
export interface AlertRow
  extends Omit<AlertOnDay, 'subject' | 'amount' | 'note'>, Nullable<Omit<AlertNote, 'type' | 'at'>> {
  readonly subjectKind: AlertSubject['kind'];
  readonly subjectId: string;
  readonly subjectName: string;
  readonly amount: string | null;
  readonly action: AlertNote['type'] | 'reopened' | null;
  readonly actionAt: Date | null;
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

/** The alert that a row of `ALERT_COLUMNS` shows. */
export function alertOf(row: AlertRow): AlertOnDay {
  const {
    subjectKind,
    subjectId,
    subjectName,
    amount,
    reason,
    action,
    actorId,
    actorName,
    actionAt,
    ...rest
  } = row;
  return {
    ...rest,
    subject: { kind: subjectKind, id: subjectId, name: subjectName },
    amount: amount === null ? null : BigInt(amount),
    snoozedUntil: row.state === 'snoozed' ? row.snoozedUntil : null,
    note: noteOf({ reason, action, actorId, actorName, actionAt }),
  };
}

function noteOf({
  action,
  reason,
  actorId,
  actorName,
  actionAt,
}: Pick<AlertRow, 'action' | 'reason' | 'actorId' | 'actorName' | 'actionAt'>): AlertNote | null {
  if (action === null || action === 'reopened') return null;
  if (reason === null || actorId === null || actorName === null || actionAt === null) return null;
  return { type: action, reason, actorId, actorName, at: actionAt };
}

/** The alert as it stands on the day; undefined: the actor sees none of this id, or none yet. */
export async function visibleAlert(
  manager: EntityManager,
  actor: Actor,
  id: string,
  asOf: PlainDate,
): Promise<AlertOnDay | undefined> {
  const { from, where } = alertsOn(actor, asOf);
  where.and((value) => `a.id = ${value}`, id);
  const [row] = await manager.query<AlertRow[]>(`SELECT ${ALERT_COLUMNS} FROM ${from} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return row && alertOf(row);
}

/** What became of the alert up to a day, as it was written. */
export async function alertHistory(
  manager: EntityManager,
  id: string,
  asOf: PlainDate,
): Promise<AlertMoment[]> {
  const rows = await manager.query<(Omit<AlertMoment, 'amount'> & { amount: string | null })[]>(
    `SELECT e.type, e.on_date AS "on", e.recorded_at AS at, s.revision, e.text, e.text_en AS "textEn", e.amount, e.reason,
       e.snoozed_until AS "snoozedUntil", e.actor_id AS "actorId", u.name AS "actorName"
     FROM alerts.alert_event e LEFT JOIN snapshots.week_ref s ON s.id = e.snapshot_id LEFT JOIN organizations.user_ref u ON u.id = e.actor_id
     WHERE e.alert_id = $1 AND e.on_date <= $2 ORDER BY e.id`,
    [id, asOf],
  );
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : BigInt(row.amount) }));
}

/** Keeps the alert from being written about by anybody else, until the transaction ends. */
export async function lockAlert(manager: EntityManager, id: string): Promise<void> {
  await manager.query('SELECT FROM alerts.alert WHERE id = $1 FOR UPDATE', [id]);
}

/** What a person did about an alert. */
interface AlertActionEntry {
  readonly alertId: string;
  readonly type: AlertAction;
  readonly on: PlainDate;
  /** Business clock. */
  readonly at: Date;
  readonly actorId: string;
  readonly reason: string;
  /** Of one that puts off; null otherwise. */
  readonly until: PlainDate | null;
}

/** Writes what a person did into the history of the alert. */
export async function writeAlertAction(
  manager: EntityManager,
  { alertId, type, on, at, actorId, reason, until }: AlertActionEntry,
): Promise<void> {
  const event = { alertId, type, onDate: on, recordedAt: at, actorId, reason, snoozedUntil: until };
  await manager.insert(AlertEvent, event);
}

/** Whether the person works for the organisation itself. Nobody (null) doesn't. */
export async function worksFor(
  manager: EntityManager,
  userId: string | null,
  organizationId: string,
): Promise<boolean> {
  const rows = await manager.query<object[]>(
    'SELECT FROM organizations.user_ref WHERE id = $1 AND organization_id = $2',
    [userId, organizationId],
  );
  return rows.length > 0;
}
