import type {
  AlertAction,
  AlertBasis,
  AlertConcern,
  AlertNoteView,
  AlertRuleId,
  AlertSeverity,
  AlertState,
  AlertSubjectKind,
  AlertView,
} from '@thongvon/api-contract';
import { formatInstant, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { takesPart } from '@thongvon/projects';
import { ruleOf, RULES } from '../domain/rules';

/** Events that say what the rule found; the last one counts. */
export const REPORTS = `'opened', 'changed'`;

/** Events that say whether somebody is at it; the last one counts. `reopened`: it is worse now than when that was said. */
export const ACTIONS = `'acknowledged', 'snoozed', 'withdrawn', 'reopened'`;

/** Whether it is about a date or a limit, not about money that goes slowly, over `alertsOn`. */
const PRESSING = `(a.rule NOT IN (${RULES.filter(({ ofPace }) => ofPace)
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

/** Which alerts are meant, on which day; what is left out narrows nothing. */
export interface AlertFilter {
  readonly asOf: PlainDate;
  /** Without one, all that hold. */
  readonly state?: AlertState;
  readonly rule?: AlertRuleId;
  readonly severity?: AlertSeverity;
  readonly basis?: AlertBasis;
  readonly about?: AlertConcern;
  readonly projectId?: string;
  /** Words of the sentence: names of projects, offices and units are in it. */
  readonly q?: string;
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
export interface AlertRow {
  id: string;
  rule: AlertRuleId;
  state: AlertState;
  urgent: boolean;
  severity: AlertSeverity;
  subjectKind: AlertSubjectKind;
  subjectId: string;
  subjectName: string;
  project: AlertView['project'];
  organization: AlertView['organization'];
  planYear: number | null;
  amount: string | null;
  text: string;
  textEn: string;
  openedOn: PlainDate;
  changedOn: PlainDate;
  closedOn: PlainDate | null;
  numbers: Readonly<Record<string, unknown>>;
  snapshotId: string;
  snoozedUntil: PlainDate | null;
  reason: string | null;
  action: AlertAction | 'reopened' | null;
  actorId: string | null;
  actorName: string | null;
  actionAt: Date | null;
  reopened: AlertView['reopened'];
}

/** A plain object of the shape that the contract's class describes. */
type ShownAlert = Pick<AlertView, keyof AlertView>;

/** An alert as the API shows it. */
export function toAlertView(row: AlertRow): ShownAlert {
  const {
    subjectKind,
    subjectId,
    subjectName,
    numbers: _,
    snapshotId: _id,
    reason,
    action,
    actorId,
    actorName,
    actionAt,
    ...rest
  } = row;
  const { title, basis } = ruleOf(row.rule);
  return {
    ...rest,
    title: title[0],
    titleEn: title[1],
    basis,
    subject: { kind: subjectKind, id: subjectId, name: subjectName },
    snoozedUntil: row.state === 'snoozed' ? row.snoozedUntil : null,
    note: noteOf({ action, reason, actorId, actorName, actionAt }),
  };
}

/** What a person has said last; null while nobody has, and when the alert has outgrown it. */
function noteOf({
  action,
  reason,
  actorId,
  actorName,
  actionAt,
}: Pick<AlertRow, 'action' | 'reason' | 'actorId' | 'actorName' | 'actionAt'>): AlertNoteView | null {
  if (action === null || action === 'reopened') return null;
  if (reason === null || actorId === null || actorName === null || actionAt === null) return null;
  return { type: action, reason, actorId, actorName, at: formatInstant(actionAt) };
}
