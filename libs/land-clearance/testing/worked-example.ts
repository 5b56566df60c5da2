import { addDays, plainDate, type PlainDate } from '@thongvon/kernel';
import { WorkCalendar, type SpecialDay } from '../domain/law/work-calendar';
import type { DatesOf, StepDates } from '../domain/law/deadlines';
import type { ClearanceStep } from '@thongvon/api-contract';

const off = (from: string, days: number, tet = false): SpecialDay[] =>
  Array.from({ length: days }, (_, index) => ({ day: addDays(plainDate(from), index), working: false, tet }));

/** 2026 as an office might confirm it: New Year, Tết Bính Ngọ (17 February is its first day) and a Saturday worked for it. */
const DAYS: readonly SpecialDay[] = [
  ...off('2025-01-01', 1),
  ...off('2026-01-01', 1),
  ...off('2026-02-16', 5, true),
  { day: plainDate('2026-02-28'), working: true, tet: false },
  ...off('2026-04-30', 2),
  ...off('2026-09-01', 2),
];

export const CONFIRMED = new WorkCalendar(DAYS, new Set([2024, 2025, 2026]));
/** The same days, which nobody has confirmed. */
export const UNCONFIRMED = new WorkCalendar(DAYS, new Set());

/** The dates of some steps; the others have none. */
export function datesOf(dates: Partial<Record<ClearanceStep, { started?: string; done?: string }>>): DatesOf {
  const date = (text: string | undefined): PlainDate | null => (text === undefined ? null : plainDate(text));
  return (step): StepDates => ({ started: date(dates[step]?.started), done: date(dates[step]?.done) });
}
