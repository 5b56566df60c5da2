import { addDays, dayOfWeek, plainDateOf, type PlainDate } from '@thongvon/kernel';

/** Days on which offices close a week's figures, counted from 1 (Monday): Thursday to Sunday. */
const CLOSING_DAYS = [4, 5, 6, 7] as const;

/** The days of an ISO week on which its figures may end; none for a week that there isn't. */
export function closingDays(year: number, week: number): PlainDate[] {
  const inFirst = plainDateOf(year, 1, 4);
  if (inFirst === undefined || week < 1 || week > 53) return [];
  const monday = addDays(inFirst, (week - 1) * 7 + 1 - dayOfWeek(inFirst));
  return CLOSING_DAYS.map((day) => addDays(monday, day - 1));
}
