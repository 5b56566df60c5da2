import type { EntityManager } from 'typeorm';
import type { DutyKind } from '@thongvon/api-contract';
import { addDays, DEFAULT_CALENDAR, instantAt, type PlainDate } from '@thongvon/kernel';
import { type Actor, type OrganizationFilter, organizationsSeen } from '@thongvon/organizations';
import type { ListSource } from '@thongvon/platform';
import type { DatedDuty } from '../domain/duties-on';
import type { ReportedWeek, SentReturn } from '../domain/report-state';
import type { Offices, Person } from '../domain/who-is-reminded';
import { Reminder, ReminderDay, type ReminderItem, ReportingDuty } from './entities/reporting-duty';

/** An organisation with all that it owed, owes and will owe, in the order of days. */
export interface OrganizationDuties {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly duties: readonly DatedDuty[];
}

/** An entry of the ledger. */
interface DutyEntry extends DatedDuty {
  readonly organizationId: string;
  readonly recordedAt: Date;
}

/** Adds an entry; of several for a day the one written last counts. */
export async function writeDuty(
  manager: EntityManager,
  { organizationId, from, kinds, recordedAt }: DutyEntry,
): Promise<void> {
  await manager.insert(ReportingDuty, { organizationId, effectiveFrom: from, kinds: [...kinds], recordedAt });
}

/** What the organisation owed, owes and will owe: the entry that speaks for each day, earliest day first. */
export function dutiesOf(manager: EntityManager, organizationId: string): Promise<DatedDuty[]> {
  return manager.query<DatedDuty[]>(
    `SELECT DISTINCT ON (effective_from) effective_from AS "from", kinds FROM reporting_duties.reporting_duty
     WHERE organization_id = $1 ORDER BY effective_from, id DESC`,
    [organizationId],
  );
}

/** The kinds that one organisation owes on a day, whether it exists then or not. */
export async function kindsOwedBy(
  manager: EntityManager,
  organizationId: string,
  day: PlainDate,
): Promise<readonly DutyKind[]> {
  const [row] = await manager.query<{ kinds: DutyKind[] }[]>(
    `SELECT kinds FROM reporting_duties.reporting_duty WHERE organization_id = $1 AND effective_from <= $2
     ORDER BY effective_from DESC, id DESC LIMIT 1`,
    [organizationId, day],
  );
  return row?.kinds ?? [];
}

/** The kinds that each organisation that exists owes on a day, by its id; those that owe nothing are left out. */
export async function kindsOwedOn(
  manager: EntityManager,
  day: PlainDate,
): Promise<Map<string, readonly DutyKind[]>> {
  const rows = await manager.query<{ id: string; kinds: DutyKind[] }[]>(
    `SELECT o.id, duty.kinds FROM organizations.organization_ref o
       CROSS JOIN LATERAL (
         SELECT kinds FROM reporting_duties.reporting_duty d WHERE d.organization_id = o.id AND effective_from <= $1
         ORDER BY effective_from DESC, id DESC LIMIT 1
       ) duty
     WHERE cardinality(duty.kinds) > 0 AND $1::date BETWEEN o.effective_from AND coalesce(o.effective_to, 'infinity')`,
    [day],
  );
  return new Map(rows.map(({ id, kinds }) => [id, kinds]));
}

/** The organisations that the actor sees, by name, each with its duties by day: rows of `OrganizationDuties`. */
export function dutyList(actor: Actor, filter: OrganizationFilter): ListSource {
  return {
    columns: `o.id AS "organizationId", o.name AS "organizationName", duties.list AS duties`,
    from: `organizations.organization_ref o CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('from', effective_from, 'kinds', kinds) ORDER BY effective_from), '[]') AS list
      FROM (
        SELECT DISTINCT ON (effective_from) effective_from, kinds FROM reporting_duties.reporting_duty
        WHERE organization_id = o.id ORDER BY effective_from, id DESC
      ) duty
    ) duties`,
    ...organizationsSeen(actor, filter),
  };
}

/**
 * The latest week whose known time is closed, so that who owed what in it is history; undefined while there is none. A
 * freezing that begins meanwhile waits for the caller's transaction (the lock of ADR 0050).
 */
export async function lastFrozenWeek(manager: EntityManager): Promise<PlainDate | undefined> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(hashtext('weekly_cut'))`);
  const [row] = await manager.query<{ week: PlainDate | null }[]>(
    'SELECT max(week) AS week FROM snapshots.weekly_cut_ref',
  );
  return row?.week ?? undefined;
}

/** What was received from the cut-off of the week before up to an instant, as it stood then; in no order. */
export async function sentReturns(
  manager: EntityManager,
  { week, frozenAt }: ReportedWeek,
): Promise<(SentReturn & { readonly organizationId: string })[]> {
  const since = instantAt(addDays(week, -7), DEFAULT_CALENDAR.cutOff.time);
  return manager.query(
    `SELECT r.id, r.organization_id AS "organizationId", r.received_at AS "receivedAt", r.as_of AS "asOf", r.kinds,
       coalesce(effect.effective, false) AS effective,
       last.status = 'submitted' AS submitted,
       last.status = 'sent-back' AS "sentBack",
       last.status = 'reverted' AS reverted
     FROM returns.return_ref r
       CROSS JOIN LATERAL (
         SELECT status FROM returns.return_event_ref e WHERE e.return_id = r.id AND e.at <= $2 ORDER BY e.id DESC LIMIT 1
       ) last
       LEFT JOIN LATERAL (
         SELECT effective FROM returns.return_effect_ref e WHERE e.return_id = r.id AND e.at <= $2 ORDER BY e.id DESC LIMIT 1
       ) effect ON true
     WHERE r.received_at > $1 AND r.received_at <= $2`,
    [since, frozenAt],
  );
}

/** Takes the day: true for one caller, the others wait for its transaction and find it taken. */
export async function takeDay(manager: EntityManager, day: PlainDate, at: Date): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `INSERT INTO reporting_duties.reminder_day (on_date, written_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING on_date`,
    [day, at],
  );
  return rows.length > 0;
}

/** Whether the day's reminders have been written. */
export async function isTaken(manager: EntityManager, day: PlainDate): Promise<boolean> {
  return manager.existsBy(ReminderDay, { onDate: day });
}

/** What a person was reminded of on a day, and the mail that says so. */
interface NewReminder {
  readonly day: PlainDate;
  readonly userId: string;
  readonly mailId: string;
  readonly items: readonly ReminderItem[];
}

/** Writes it; a second one of the day to the same person fails in the database. */
export async function writeReminder(
  manager: EntityManager,
  { day, userId, mailId, items }: NewReminder,
): Promise<void> {
  await manager.insert(Reminder, { onDate: day, userId, mailId, items: [...items] });
}

interface AskedReminders {
  readonly subjects: readonly string[];
  readonly dues: readonly PlainDate[];
  /** The earliest day on which any can have been written. */
  readonly since: PlainDate;
}

interface LastReminder {
  readonly subject: string;
  readonly due: PlainDate;
  readonly on: PlainDate;
  /** After it fell due; negative: before. */
  readonly days: number;
  /** A mail server has taken it, or the folder that stands for one; of several people's, any. */
  readonly sent: boolean;
}

/** By return and due date the last day on which anybody was reminded of it. */
export function lastReminders(
  manager: EntityManager,
  { subjects, dues, since }: AskedReminders,
): Promise<LastReminder[]> {
  return manager.query(
    `SELECT DISTINCT ON (subject, due) subject, due, on_date AS "on", days, sent
     FROM (
       SELECT item ->> 'subject' AS subject, item ->> 'due' AS due, r.on_date, (item ->> 'days')::integer AS days,
         bool_or(m.state = 'sent') AS sent
       FROM reporting_duties.reminder r JOIN platform.mail_ref m ON m.id = r.mail_id CROSS JOIN LATERAL jsonb_array_elements(r.items) item
       WHERE r.on_date >= $3 AND item ->> 'debt' = 'return' AND item ->> 'subject' = ANY($1) AND item ->> 'due' = ANY($2)
       GROUP BY 1, 2, 3, 4
     ) given
     ORDER BY subject, due, on_date DESC`,
    [subjects, dues, since],
  );
}

/** Those who may sign in, and which office is above which. */
export async function officesWithPeople(manager: EntityManager): Promise<Offices> {
  const people = await manager.query<Person[]>(
    `SELECT id, email, organization_id AS "organizationId", role FROM organizations.user_ref WHERE disabled_at IS NULL ORDER BY id`,
  );
  return { people, parents: await officeParents(manager) };
}

/** The office above each; null: none. */
export async function officeParents(manager: EntityManager): Promise<Map<string, string | null>> {
  const offices = await manager.query<{ id: string; parentId: string | null }[]>(
    `SELECT id, parent_id AS "parentId" FROM organizations.organization_ref`,
  );
  return new Map(offices.map(({ id, parentId }) => [id, parentId]));
}

/** Names of offices by their ids. */
export async function officeNames(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM organizations.organization_ref',
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of these offices by their ids, in the order of their names. */
export async function officesByName(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM organizations.organization_ref WHERE id = ANY($1::uuid[]) ORDER BY name_key, id',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whose projects these are: their owner's, else who registered them. */
export async function holdersOf(
  manager: EntityManager,
  projectIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; organizationId: string }[]>(
    `SELECT id, coalesce(owner_id, registered_by) AS "organizationId" FROM projects.project_ref WHERE id = ANY($1::uuid[])`,
    [projectIds],
  );
  return new Map(rows.map(({ id, organizationId }) => [id, organizationId]));
}
