import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AlertRuleId, AlertSeverity, AlertSubjectKind } from '@thongvon/api-contract';
import { matchKey, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { FrozenWeekRef } from '@thongvon/snapshots';
import {
  type AlertChanges,
  alertKey,
  type OpenAlert,
  type Reopened,
  type StandingAction,
} from '../domain/alert-life';
import type { Found } from '../domain/evaluate-rules';
import type { WrittenSetting } from '../domain/rule-settings';
import type { OrganizationFacts } from '../domain/week-facts';
import { ACTIONS, REPORTS } from './alert-queries';
import { AlertEvaluation, AlertRuleSetting } from './entities/alert';

interface OpenRow {
  readonly id: string;
  readonly rule: AlertRuleId;
  readonly kind: AlertSubjectKind;
  readonly subjectId: string;
  readonly planYear: PlanYear | null;
  readonly severity: AlertSeverity;
  readonly text: string;
  readonly action: StandingAction['type'] | null;
  readonly actionOn: PlainDate | null;
  /** What it said when that was done. */
  readonly seenSeverity: AlertSeverity | null;
  readonly seenAmount: string | null;
  readonly seenNumbers: Readonly<Record<string, unknown>> | null;
}

/** Alerts that are open, each as it was last reported, with what somebody has done about it that counts in the week. */
export async function openAlerts(manager: EntityManager, week: PlainDate): Promise<OpenAlert[]> {
  const last = (columns: string, types: string, before = ''): string =>
    `(SELECT ${columns} FROM alerts.alert_event e WHERE e.alert_id = a.id AND e.type IN (${types}) ${before} ORDER BY e.id DESC LIMIT 1)`;
  const rows = await manager.query<OpenRow[]>(
    `SELECT a.id, a.rule, a.subject_kind AS kind, a.subject_id AS "subjectId", a.plan_year AS "planYear", reported.severity, reported.text,
       action.type AS action, action.on_date AS "actionOn", seen.severity AS "seenSeverity", seen.amount AS "seenAmount",
       seen.numbers AS "seenNumbers"
     FROM alerts.alert a CROSS JOIN LATERAL ${last('severity, text', REPORTS)} reported
       LEFT JOIN LATERAL ${last('*', ACTIONS)} action
         ON action.type = 'acknowledged' OR (action.type = 'snoozed' AND action.snoozed_until > $1)
       LEFT JOIN LATERAL ${last('*', REPORTS, 'AND e.id < action.id')} seen ON true
     WHERE a.closed_on IS NULL`,
    [week],
  );
  return rows.map((row) => {
    const { id, rule, kind, subjectId, planYear, severity, text } = row;
    return {
      id,
      key: alertKey({ rule, planYear, subject: { kind, id: subjectId, name: '' } }),
      severity,
      text,
      action: actionOf(row),
    };
  });
}

function actionOf({
  action,
  actionOn,
  seenSeverity,
  seenAmount,
  seenNumbers,
}: OpenRow): StandingAction | null {
  if (action === null || actionOn === null || seenSeverity === null) return null;
  const amount = seenAmount === null ? null : BigInt(seenAmount);
  return { type: action, on: actionOn, said: { severity: seenSeverity, amount, numbers: seenNumbers ?? {} } };
}

interface Moment {
  readonly snapshotId: string;
  readonly week: PlainDate;
  /** Business clock. */
  readonly at: Date;
}

/** Writes what a week does to the alerts. */
export async function writeChanges(
  manager: EntityManager,
  { opened, changed, reopened, closed }: AlertChanges,
  moment: Moment,
): Promise<void> {
  const fresh = opened.map((found) => ({ ...found, alertId: randomUUID() }));
  await insertAlerts(manager, fresh, moment.week);
  await insertEvents(manager, 'opened', fresh, moment);
  await insertEvents(manager, 'changed', changed, moment);
  await insertReopened(manager, reopened, moment);
  await manager.query('UPDATE alerts.alert SET closed_on = $2 WHERE id = ANY($1::uuid[])', [
    closed,
    moment.week,
  ]);
  await manager.query(
    `INSERT INTO alerts.alert_event (alert_id, type, on_date, recorded_at, snapshot_id)
     SELECT id, 'closed', $2, $3, $4 FROM unnest($1::uuid[]) AS id`,
    [closed, moment.week, moment.at, moment.snapshotId],
  );
}

/** Dated by the action where that is the later: a correction looks at its week again when people have read on. */
async function insertReopened(
  manager: EntityManager,
  reopened: readonly Reopened[],
  { week, at, snapshotId }: Moment,
): Promise<void> {
  const rows = reopened.map(({ alertId, actionOn, texts: [text, textEn] }) => ({
    alert_id: alertId,
    on_date: actionOn > week ? actionOn : week,
    text,
    text_en: textEn,
  }));
  await manager.query(
    `INSERT INTO alerts.alert_event (alert_id, type, on_date, recorded_at, snapshot_id, text, text_en)
     SELECT alert_id, 'reopened', on_date, $2, $3, text, text_en
     FROM jsonb_to_recordset($1) AS t (alert_id uuid, on_date date, text text, text_en text)`,
    [JSON.stringify(rows), at, snapshotId],
  );
}

type Reported = Found & { readonly alertId: string };

async function insertAlerts(
  manager: EntityManager,
  alerts: readonly Reported[],
  week: PlainDate,
): Promise<void> {
  const rows = alerts.map(({ alertId, rule, subject, planYear, organizationId, projectId }) => ({
    id: alertId,
    rule,
    subject_kind: subject.kind,
    subject_id: subject.id,
    plan_year: planYear,
    organization_id: organizationId,
    project_id: projectId,
  }));
  await manager.query(
    `INSERT INTO alerts.alert (id, rule, subject_kind, subject_id, plan_year, organization_id, project_id, opened_on)
     SELECT id, rule, subject_kind, subject_id, plan_year, organization_id, project_id, $2
     FROM jsonb_to_recordset($1) AS t (id uuid, rule text, subject_kind text, subject_id text, plan_year integer,
       organization_id uuid, project_id uuid)`,
    [JSON.stringify(rows), week],
  );
}

async function insertEvents(
  manager: EntityManager,
  type: 'opened' | 'changed',
  alerts: readonly Reported[],
  { week, at, snapshotId }: Moment,
): Promise<void> {
  const rows = alerts.map(({ alertId, severity, subject, amount, numbers, texts: [text, textEn] }) => ({
    alert_id: alertId,
    severity,
    subject_name: subject.name,
    amount: amount?.toString() ?? null,
    numbers,
    text,
    text_en: textEn,
    search_key: matchKey(text),
  }));
  await manager.query(
    `INSERT INTO alerts.alert_event (alert_id, type, on_date, recorded_at, snapshot_id, severity, subject_name, amount, numbers, text,
       text_en, search_key)
     SELECT alert_id, $2, $3, $4, $5, severity, subject_name, amount, numbers, text, text_en, search_key
     FROM jsonb_to_recordset($1) AS t (alert_id uuid, severity text, subject_name text, amount numeric, numbers jsonb,
       text text, text_en text, search_key text)`,
    [JSON.stringify(rows), type, week, at, snapshotId],
  );
}

const EVALUATION_LOCK = 0x616c_6572;

/** Lets one transaction at a time look at weeks: alerts of two weeks must not be reported at once. */
export async function lockEvaluations(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [EVALUATION_LOCK]);
}

/** The earliest frozen week, up to the given one, that nobody has looked at. */
export async function nextUnevaluated(
  manager: EntityManager,
  { week, revision }: FrozenWeekRef,
): Promise<string | undefined> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT s.id FROM snapshots.week_ref s
     WHERE (s.week, s.revision) <= ($1::date, $2::integer) AND s.id NOT IN (SELECT snapshot_id FROM alerts.alert_evaluation)
     ORDER BY s.week, s.revision LIMIT 1`,
    [week, revision],
  );
  return row?.id;
}

/** Whether the rules have looked at this frozen week, and so at all before it. */
export async function isEvaluated(manager: EntityManager, snapshotId: string): Promise<boolean> {
  const rows = await manager.query<object[]>('SELECT FROM alerts.alert_evaluation WHERE snapshot_id = $1', [
    snapshotId,
  ]);
  return rows.length > 0;
}

/** Whether a later week has been looked at. */
export async function isReplaced(manager: EntityManager, { week }: FrozenWeekRef): Promise<boolean> {
  const rows = await manager.query<object[]>(
    'SELECT FROM alerts.alert_evaluation WHERE week > $1 AND counted LIMIT 1',
    [week],
  );
  return rows.length > 0;
}

/** Writes that the rules have looked at the week, `at` on the business clock; `counted` is false where it changed no alert. */
export async function markEvaluated(
  manager: EntityManager,
  { id, week }: FrozenWeekRef,
  counted: boolean,
  at: Date,
): Promise<void> {
  await manager.insert(AlertEvaluation, { snapshotId: id, week, evaluatedAt: at, counted });
}

/** All that was ever set, of one rule or of all, in the order of writing. */
export function settingRows(manager: EntityManager, rule?: AlertRuleId): Promise<WrittenSetting[]> {
  return manager.query(
    `SELECT rule, organization_id AS "organizationId", plan_year AS "planYear", source_code AS source,
       effective_from AS "effectiveFrom", enabled, severity, thresholds, reason, actor_id AS "actorId", recorded_at AS at
     FROM alerts.alert_rule_setting WHERE $1::text IS NULL OR rule = $1 ORDER BY id`,
    [rule ?? null],
  );
}

/** Adds a setting; what was set before stays written. */
export async function writeSetting(
  manager: EntityManager,
  { source, at, ...setting }: WrittenSetting,
): Promise<void> {
  await manager.insert(AlertRuleSetting, { ...setting, sourceCode: source, recordedAt: at });
}

/** Every organisation and what it lies below, also ended ones: their projects' figures stay theirs. */
export function officeRows(manager: EntityManager): Promise<Omit<OrganizationFacts, 'duties'>[]> {
  return manager.query('SELECT id, name, parent_id AS "parentId" FROM organizations.organization_ref');
}

/** Labels of sources by their code. */
export async function sourceLabels(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ code: string; label: string }[]>(
    'SELECT code, label FROM projects.source_ref',
  );
  return new Map(rows.map(({ code, label }) => [code, label]));
}
