import type { DutyKind, ReportingDutyView } from '@thongvon/api-contract';

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

/** Since when the kind has been owed without a break; undefined when it isn't owed on the day. */
export function owedSince(
  duties: readonly ReportingDutyView[],
  kind: DutyKind,
  day: string,
): string | undefined {
  const until = duties.filter(({ from }) => from <= day);
  const lastWithout = until.findLastIndex(({ kinds }) => !kinds.includes(kind));
  return until[lastWithout + 1]?.from;
}
