import { plainDateOf, unaccent, type PlainDate } from '@thongvon/kernel';

/** A date as it stands in a text, and the words before it. */
export interface DateInText {
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
