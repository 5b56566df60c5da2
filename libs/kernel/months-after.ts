import { plainDateOf, yearOf, type PlainDate } from './plain-date';

/** The same day so many months later, or the last day of that month where it has no such day. */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const [year, of] = [yearOf(date) + Math.floor(month / 12), (month % 12) + 1];
  for (let day = Number(date.slice(8)); day > 0; day -= 1) {
    const found = plainDateOf(year, of, day);
    if (found) return found;
  }
  throw new RangeError(`no date ${months} months after ${date}`);
}
