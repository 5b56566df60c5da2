import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { planYearOfDate } from './plan-year';

/** The plan year that titles, captions and the date of the figures agree on; the candidates where they don't. */
export function decidePlanYear(
  titles: readonly PlanYear[],
  captions: readonly PlanYear[],
  asOf: PlainDate | null,
): { year: PlanYear | undefined; candidates: readonly PlanYear[] } {
  const ofDate = asOf ? planYearOfDate(asOf) : undefined;
  for (const years of [titles, captions]) {
    const [only] = years;
    if (years.length === 1) return { year: only, candidates: [] };
    if (years.length > 1 && ofDate !== undefined && years.includes(ofDate))
      return { year: ofDate, candidates: [] };
    const both = titles.filter((year) => captions.includes(year));
    if (years.length > 1 && both.length === 1) return { year: both[0], candidates: [] };
    if (years.length > 1) return { year: undefined, candidates: years };
  }
  return { year: ofDate, candidates: [] };
}
