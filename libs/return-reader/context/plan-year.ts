import { planYearsOn, unaccent, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { ownMeasure } from '../columns/measure';
import type { Caption } from '../header/caption';
import { yearsIn } from '../values/date-text';
import type { Statement } from './statements';

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
export function planYearOfDate(date: PlainDate): PlanYear | undefined {
  const years = planYearsOn(date);
  return years.length === 1 ? years[0] : undefined;
}
