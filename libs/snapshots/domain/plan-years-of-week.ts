import { addDays, planYearsOn, type PlainDate, type PlanYear } from '@thongvon/kernel';

/** The plan years that figures of a week may belong to: those of any of its seven days. Oldest first. */
export function planYearsOfWeek(week: PlainDate): PlanYear[] {
  return [...new Set([...planYearsOn(addDays(week, -6)), ...planYearsOn(week)])].toSorted((a, b) => a - b);
}
