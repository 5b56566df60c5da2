import type { ReportingDutyView } from '@thongvon/contracts';

/** What counts on a day, and what comes after it; the entries are in the order of their days. */
export function dutiesOn(
  duties: readonly ReportingDutyView[],
  day: string,
): { readonly now: ReportingDutyView | undefined; readonly coming: readonly ReportingDutyView[] } {
  return {
    now: duties.findLast(({ from }) => from <= day),
    coming: duties.filter(({ from }) => from > day),
  };
}
