import { planYearsOn, unaccent, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import { yearsIn } from '../values/date-text';
import type { Statement } from './statements';

/** Titles of whole tables: they speak of a plan, of disbursement or of payment. */
const TITLE =
  /\b(?:ke hoach|giai ngan|thanh toan|von dau tu|dau tu cong|giai phong mat bang|boi thuong|khv|xdcb)\b/;
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
      caption.tags.has('planned') &&
      !caption.tags.has('carried-over') &&
      !caption.tags.has('mid-term') &&
      !caption.tags.has('cumulative')
        ? caption.years
        : [],
    ),
  );
  return [...new Set(years)];
}

/** The plan year of figures to a date, where only one is open: January has two. */
export function planYearOfDate(date: PlainDate): PlanYear | undefined {
  const years = planYearsOn(date);
  return years.length === 1 ? years[0] : undefined;
}
