import type { EntityManager } from 'typeorm';
import { WorkCalendar, type SpecialDay } from '../domain/law/work-calendar';

/** All days that staff have confirmed to differ from their weekday. */
export async function loadWorkCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const days = await manager.query<SpecialDay[]>('SELECT day, working, tet FROM land_clearance.holiday');
  const years = await manager.query<{ year: number }[]>('SELECT year FROM land_clearance.holiday_year');
  return new WorkCalendar(days, new Set(years.map(({ year }) => year)));
}
