import { addDays, dayOfWeek, type PlainDate, plainDateOf, unaccent } from '@thongvon/kernel';

/** A date as it stands in a text, and the words before it. */
interface DateInText {
  readonly text: string;
  /** Undefined when the text names a day that the calendar doesn't have. */
  readonly date: PlainDate | undefined;
  /** Where it starts and ends in the unaccented text. */
  readonly start: number;
  readonly end: number;
}

/** A day and month without a year, "21/6". */
export interface DayAndMonth {
  readonly day: number;
  readonly month: number;
  readonly start: number;
}

const NUMERIC = /(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])/g;
const WORDS = /(?<!\d)(\d{1,2})\s+thang\s+(\d{1,2})\s*(?:,\s*)?(?:nam|\/|-)\s*(\d{4})(?!\d)/g;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const NO_YEAR = /(?<![\d./-])(\d{1,2})\s?(?:[/-]|\s+thang\s+)\s?(\d{1,2})(?![\d./-]*\d)(?!\s*(?:,\s*)?nam)/g;

/** Every full date in a text, in Vietnamese order (day before month), left to right. */
export function datesIn(text: string): DateInText[] {
  if (!/\d/.test(text)) return [];
  const plain = unaccent(text);
  const found: DateInText[] = [];
  const add = (match: RegExpExecArray, day: string, month: string, year: string): void => {
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    found.push({
      text: match[0],
      date: plainDateOf(full, Number(month), Number(day)),
      start: match.index,
      end: match.index + match[0].length,
    });
  };
  for (const match of plain.matchAll(NUMERIC)) add(match, match[1] ?? '', match[3] ?? '', match[4] ?? '');
  for (const match of plain.matchAll(WORDS)) add(match, match[1] ?? '', match[2] ?? '', match[3] ?? '');
  for (const match of plain.matchAll(ISO)) add(match, match[3] ?? '', match[2] ?? '', match[1] ?? '');
  return found.sort((a, b) => a.start - b.start);
}

/** Days without a year, left to right. */
export function daysIn(text: string): DayAndMonth[] {
  return [...unaccent(text).matchAll(NO_YEAR)].map((match) => ({
    day: Number(match[1]),
    month: Number(match[2]),
    start: match.index,
  }));
}

const YEAR = /(?<![\d./-])(?:nam\s+)?(20\d{2})(?!\d|\s*\/|\s*[-–]\s*20\d{2})/g;

/** Years that a text names, not counting those of full dates: "KẾ HOẠCH VỐN NĂM 2023" gives 2023. */
export function yearsIn(text: string): number[] {
  if (!text.includes('20')) return [];
  const plain = unaccent(text);
  const dates = datesIn(text);
  return [...plain.matchAll(YEAR)]
    .filter((m) => !dates.some((d) => m.index >= d.start && m.index < d.end))
    .map((m) => Number(m[1]));
}

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

/** Days on which offices close a week's figures, counted from 1 (Monday): Thursday to Sunday. */
const CLOSING_DAYS = [4, 5, 6, 7] as const;

/** The days of an ISO week on which its figures may end; none for a week that there isn't. */
export function closingDays(year: number, week: number): PlainDate[] {
  const inFirst = plainDateOf(year, 1, 4);
  if (inFirst === undefined || week < 1 || week > 53) return [];
  const monday = addDays(inFirst, (week - 1) * 7 + 1 - dayOfWeek(inFirst));
  return CLOSING_DAYS.map((day) => addDays(monday, day - 1));
}
