import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Offices, Person } from '../domain/who-is-reminded';
import { Reminder, ReminderDay, type ReminderItem } from './entities/reporting-duty';

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
export interface NewReminder {
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
  const offices = await manager.query<{ id: string; parentId: string | null }[]>(
    `SELECT id, parent_id AS "parentId" FROM organizations.organization_ref`,
  );
  return { people, parents: new Map(offices.map(({ id, parentId }) => [id, parentId])) };
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
