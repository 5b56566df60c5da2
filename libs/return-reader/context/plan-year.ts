import { addTo, type PlainDate, type PlanYear, planYearsOn, unaccent } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import type { Caption } from '../header/caption';
import { ownMeasure } from '../header/column-content';
import type { SurveyedTable } from '../header/tables';
import { type Statement, statementsOf } from '../sheet/grid';
import { yearsIn } from '../values/dates';
import { SIGNED } from '../vocabulary/texts';

/** Titles of whole tables: they speak of a plan, of disbursement, of payment or of a budget year ("niên độ 2022"). */
const TITLE =
  /\b(?:ke hoach|giai ngan|thanh toan|von dau tu|dau tu cong|giai phong mat bang|boi thuong|khv|xdcb|nien do)\b/;
const NOT_A_TITLE = /\b(?:luat|nghi dinh|thong tu|trung han|giai doan)\b/;

/** The plan years that titles name: "KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023". In order, without repetition. */
export function yearsOfTitles(statements: readonly Statement[]): PlanYear[] {
  const years = statements.flatMap(({ text }) => {
    const plain = unaccent(text);
    if (!TITLE.test(plain) || NOT_A_TITLE.test(plain)) return [];
    return titleYears(text, plain);
  });
  return [...new Set(years)];
}

/** "KẾ HOẠCH NĂM 2022 KÉO DÀI SANG NĂM 2023" belongs to 2023. */
function titleYears(text: string, plain: string): number[] {
  const years = yearsIn(text);
  const latest = Math.max(...years);
  return years.length > 1 && /keo dai|chuyen sang|chuyen nguon/.test(plain) ? [latest] : years;
}

/** The years in the captions of this year's plan: "Kế hoạch vốn năm 2023". */
export function yearsOfCaptions(paths: readonly (readonly Caption[])[]): PlanYear[] {
  const years = paths.flatMap((path) =>
    path.flatMap((caption) =>
      ownMeasure(caption) === 'planned' &&
      !caption.tags.has('carried-over') &&
      !caption.tags.has('mid-term') &&
      !caption.tags.has('cumulative')
        ? caption.years
        : [],
    ),
  );
  return [...new Set(years)];
}

/** Whether some column of a plan names no year: "Kế hoạch vốn" next to "Kế hoạch vốn năm 2024 (dự kiến)". */
export function hasPlanOfNoYear(paths: readonly (readonly Caption[])[]): boolean {
  return paths.some(
    (path) =>
      path.some((caption) => ownMeasure(caption) === 'planned') &&
      path.every(
        ({ tags, years }) => years.length === 0 && !tags.has('carried-over') && !tags.has('mid-term'),
      ),
  );
}

/**
 * The last day that captions name for what was disbursed: "Giải ngân đến 31/10/2025". Next to a column that names none, an
 * earlier year's day may be that of another column: "Giải ngân đến 31/12/2024 | Giải ngân đến nay".
 */
export function lastDayOfCaptions(
  paths: readonly (readonly Caption[])[],
): { day: PlainDate; ofAll: boolean } | undefined {
  const days = paths.flatMap((path) => {
    const measures = path.map(ownMeasure);
    const counts = measures.some((m) => m === 'disbursed' || m === 'completed' || m === 'advance');
    if (!counts || measures.some((m) => m === 'estimate' || m === 'rate')) return [];
    return [path.flatMap(({ tags, dates }) => (tags.has('up-to') || tags.has('cumulative') ? dates : []))];
  });
  const day = days.flat().sort().at(-1);
  return day === undefined ? undefined : { day, ofAll: days.every((dates) => dates.length > 0) };
}

/** The plan year of figures to a date, where only one is open: January has two. */
function planYearOfDate(date: PlainDate): PlanYear | undefined {
  const years = planYearsOn(date);
  return years.length === 1 ? years[0] : undefined;
}

/** Everything in a workbook that says of which plan year it is. */
export interface YearWitnesses {
  readonly titles: readonly PlanYear[];
  /** Of the columns of this year's plan. */
  readonly captions: readonly PlanYear[];
  /** Some column of a plan names no year: it is of whatever year the return is. */
  readonly unnamedPlan: boolean;
  readonly sheetNames: readonly PlanYear[];
  /** The days to which titles and captions say that the figures go. */
  readonly dates: readonly PlainDate[];
  /** A day that only speaks against earlier years. */
  readonly notBefore: PlainDate | undefined;
  readonly decisions: readonly PlainDate[];
  /** The plan years that each line of a signature can be written in. */
  readonly signatures: readonly (readonly PlanYear[])[];
}

/** What speaks against a plan year: titles that stayed from last year, a sheet's name, the day of the figures. */
export type YearWitness = 'title' | 'captions' | 'sheet' | 'date' | 'decision' | 'signature';

interface DecidedYear {
  readonly year: PlanYear | undefined;
  readonly candidates: readonly PlanYear[];
  /** Where witnesses contradict each other: which ones name each candidate. */
  readonly namedBy?: ReadonlyMap<PlanYear, readonly YearWitness[]>;
}

/** The plan year that titles, captions and the date of the figures agree on; the candidates where they don't. */
export function decidePlanYear(witnesses: YearWitnesses, asOf: PlainDate | null): DecidedYear {
  const decided = weighed(witnesses, asOf);
  if (decided.year === undefined) return decided;
  const namedBy = yearsNamed(decided.year, witnesses);
  const candidates = [...namedBy.keys()].sort((a, b) => b - a);
  return candidates.length > 1 ? { year: undefined, candidates, namedBy } : decided;
}

/**
 * A year that a person gave settles which of the contradicting ones it is; one that nothing in the file names, or to which
 * the day of its figures can't belong, is asked for again.
 */
export function checkPlanYear(year: PlanYear, witnesses: YearWitnesses): DecidedYear {
  const namedBy = yearsNamed(year, witnesses);
  const ofOtherYear = witnesses.dates.some((date) => !planYearsOn(date).includes(year));
  if (!ofOtherYear && (namedBy.size === 0 || namedBy.has(year))) return { year, candidates: [] };
  const candidates = [...namedBy.keys()].sort((a, b) => b - a);
  return { year: undefined, candidates, namedBy };
}

function weighed({ titles, captions, notBefore }: YearWitnesses, asOf: PlainDate | null): DecidedYear {
  // "Giải ngân đến 31/01/2026 | Giải ngân đến 31/8/2026": the last day of the captions, where no title says one.
  const day = asOf ?? notBefore;
  const ofDate = day ? planYearOfDate(day) : undefined;
  for (const years of [titles, captions]) {
    const [only] = years;
    if (years.length === 1) return { year: only, candidates: [] };
    if (years.length > 1 && ofDate !== undefined && years.includes(ofDate))
      return { year: ofDate, candidates: [] };
    const both = titles.filter((year) => captions.includes(year));
    if (years.length > 1 && both.length === 1) return { year: both[0], candidates: [] };
    if (years.length > 1) return { year: undefined, candidates: years };
  }
  return { year: asOf ? ofDate : undefined, candidates: [] };
}

/** The year that was decided for, and those of the witnesses that can't be of it. */
function yearsNamed(year: PlanYear, witnesses: YearWitnesses): Map<PlanYear, YearWitness[]> {
  const named = new Map<PlanYear, YearWitness[]>();
  const add = (witness: YearWitness, years: readonly PlanYear[]): void => {
    for (const other of years.includes(year) ? [year] : years)
      if (!named.get(other)?.includes(witness)) addTo(named, other, witness);
  };
  const { titles, captions, unnamedPlan, sheetNames, dates, notBefore, decisions, signatures } = witnesses;
  add('title', titles);
  if (!(unnamedPlan && !captions.includes(year))) add('captions', captions);
  add('sheet', sheetNames);
  for (const date of dates) add('date', planYearsOn(date));
  if (notBefore && planYearsOn(notBefore).every((other) => other > year)) add('date', planYearsOn(notBefore));
  for (const date of decisions) add('decision', yearsOfDecision(date));
  for (const years of signatures) add('signature', years);
  return named;
}

/** A plan is decided in the year before, during it, or in its thirteenth month (decree 254/2025, article 12). */
function yearsOfDecision(date: PlainDate): PlanYear[] {
  const year = Number(date.slice(0, 4));
  return [...planYearsOn(date), year + 1];
}

/** A signature stands in the last rows under a table, or at the right of its head. */
const ROWS_BELOW = 15;

/** Figures are reported, and a year's books closed, until the end of the quarter after it. */
const LAST_MONTH_OF_LAST_YEAR = 3;

/** A plan year is settled after its end, whenever that is. */
const SETTLED = /\b(?:quyet toan|nien do)\b/;
const YEARS_SETTLED = 3;

/**
 * The plan years that a table's lines of signature ("Hà Nội, ngày 21 tháng 6 năm 2022") can be written in: the year itself, the
 * one before until the end of March, for a plan the next one too. A year named there without its day is any day of it.
 */
export function yearsOfSignatures({ raw, kind, statements }: SurveyedTable): PlanYear[][] {
  const isSettled = statements.some(({ text }) => SETTLED.test(unaccent(text)));
  const lines = [
    ...statementsOf(raw.above).filter(({ text }) => text.includes(',')),
    ...statementsOf(raw.below.slice(-ROWS_BELOW).filter(isWithoutFigures)),
  ];
  return lines.flatMap(({ text }): PlanYear[][] => {
    const groups = SIGNED.exec(unaccent(text))?.groups;
    if (!groups) return [];
    const { year: named, month } = groups;
    const year = Number(named);
    const isEarly = month === undefined || Number(month) <= LAST_MONTH_OF_LAST_YEAR;
    const before = isSettled ? YEARS_SETTLED : isEarly ? 1 : 0;
    return [
      [
        ...(kind === 'plan' ? [year + 1] : []),
        year,
        ...Array.from({ length: before }, (_, i) => year - 1 - i),
      ],
    ];
  });
}

const isWithoutFigures = ({ cells }: RowModel): boolean =>
  cells.every(({ value }) => value.type !== 'number');
