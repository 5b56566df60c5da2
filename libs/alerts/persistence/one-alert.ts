import type { EntityManager } from 'typeorm';
import type { AlertAction, AlertEventView } from '@thongvon/api-contract';
import { formatInstant, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { AlertEvent } from './entities/alert';
import { ALERT_COLUMNS, type AlertRow, alertsOn } from './alert-queries';

/** The alert as it stands on the day; undefined: the actor sees none of this id, or none yet. */
export async function visibleAlert(
  manager: EntityManager,
  actor: Actor,
  id: string,
  asOf: PlainDate,
): Promise<AlertRow | undefined> {
  const { from, where } = alertsOn(actor, asOf);
  where.and((value) => `a.id = ${value}`, id);
  const [row] = await manager.query<AlertRow[]>(`SELECT ${ALERT_COLUMNS} FROM ${from} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return row;
}

/** What became of the alert up to a day, as it was written. */
export async function alertHistory(
  manager: EntityManager,
  id: string,
  asOf: PlainDate,
): Promise<AlertEventView[]> {
  const rows = await manager.query<(Omit<AlertEventView, 'at'> & { at: Date })[]>(
    `SELECT e.type, e.on_date AS "on", e.recorded_at AS at, s.revision, e.text, e.text_en AS "textEn", e.amount, e.reason,
       e.snoozed_until AS "snoozedUntil", e.actor_id AS "actorId", u.name AS "actorName"
     FROM alerts.alert_event e LEFT JOIN snapshots.week_ref s ON s.id = e.snapshot_id LEFT JOIN organizations.user_ref u ON u.id = e.actor_id
     WHERE e.alert_id = $1 AND e.on_date <= $2 ORDER BY e.id`,
    [id, asOf],
  );
  return rows.map((row) => ({ ...row, at: formatInstant(row.at) }));
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
