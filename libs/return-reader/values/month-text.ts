import { plainDateOf, unaccent, type PlainDate } from '@thongvon/kernel';

/** A month up to which figures go, "đến hết tháng 6", "9 tháng", "đến quý II"; the year only where it is said. */
export interface UpToMonth {
  readonly month: number;
  readonly year: number | undefined;
}

const UP_TO =
  /\b(?:den|het|toi|cuoi)\s+(?:het\s+|cuoi\s+)?(?:(?:thang\s*|t)(?<month>\d{1,2})|quy\s+(?<quarter>i{1,3}|iv|[1-4]))(?!\d)(?:\s*(?:[/-]|nam)\s*(?:nam\s*)?(?<year>20\d\d))?/;
/** "9 tháng", "6 tháng đầu năm 2023"; not "trong 3 tháng". */
const MONTHS =
  /(?<!trong |\d)\b(?<month>\d{1,2}) thang\b(?! \d)(?:\s*(?:dau\s+)?(?:nam\s+)?(?<year>20\d\d))?/;
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The month that a caption names as the end of its figures. */
export function upToMonth(text: string): UpToMonth | undefined {
  const plain = unaccent(text);
  const groups = UP_TO.exec(plain)?.groups ?? MONTHS.exec(plain)?.groups;
  if (!groups) return undefined;
  const { month, quarter, year } = groups;
  const last = quarter === undefined ? Number(month) : 3 * (QUARTERS[quarter] ?? Number(quarter));
  return last >= 1 && last <= 12 ? { month: last, year: year ? Number(year) : undefined } : undefined;
}

/** The last day of a month; undefined for a month that there isn't. */
export function lastDayOf(year: number, month: number): PlainDate | undefined {
  return [31, 30, 29, 28].map((day) => plainDateOf(year, month, day)).find((date) => date !== undefined);
}
