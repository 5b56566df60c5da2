import type { EntityManager } from 'typeorm';
import { type NamedDay, type SpecialDay, WorkCalendar } from '../domain/law/work-calendar';

/** When the days off of a year were confirmed; undefined: nobody has confirmed them. */
export async function confirmedAt(manager: EntityManager, year: number): Promise<Date | undefined> {
  const [confirmed] = await manager.query<{ at: Date }[]>(
    'SELECT confirmed_at AS at FROM land_clearance.holiday_year WHERE year = $1',
    [year],
  );
  return confirmed?.at;
}

/** Days of a year that differ from their weekday, in order. */
export function daysOf(manager: EntityManager, year: number): Promise<NamedDay[]> {
  return manager.query(
    'SELECT day, working, tet, label FROM land_clearance.holiday WHERE year = $1 ORDER BY day',
    [year],
  );
}

/** Nobody confirms a year until this transaction ends. */
export async function lockYears(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE land_clearance.holiday_year IN SHARE ROW EXCLUSIVE MODE');
}

/** Puts these days in the place of those of the year before. */
export async function replaceYear(
  manager: EntityManager,
  year: number,
  days: readonly NamedDay[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await manager.query('DELETE FROM land_clearance.holiday_year WHERE year = $1', [year]);
  await manager.query(
    'INSERT INTO land_clearance.holiday_year (year, confirmed_at, confirmed_by) VALUES ($1, $2, $3)',
    [year, at, by],
  );
  await manager.query(
    `INSERT INTO land_clearance.holiday (day, year, working, tet, label) SELECT day, $2, working, tet, label
     FROM jsonb_to_recordset($1) AS t (day date, working boolean, tet boolean, label text)`,
    [JSON.stringify(days), year],
  );
}

/** All days that staff have confirmed to differ from their weekday. */
export async function loadWorkCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const days = await manager.query<SpecialDay[]>('SELECT day, working, tet FROM land_clearance.holiday');
  const years = await manager.query<{ year: number }[]>('SELECT year FROM land_clearance.holiday_year');
  return new WorkCalendar(days, new Set(years.map(({ year }) => year)));
}
