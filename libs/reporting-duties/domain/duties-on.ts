import type { DutyKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

/** What an organisation owes every week, from a day on; no kinds: nothing. */
export interface DatedDuty {
  readonly from: PlainDate;
  readonly kinds: readonly DutyKind[];
}

/** A kind of return that is owed on a day. */
export interface OwedKind {
  readonly kind: DutyKind;
  /** Since when without a break. */
  readonly since: PlainDate;
}

/** What is owed on a day, and what is to change after it; the entries are in the order of their days. */
export function dutiesOn(
  duties: readonly DatedDuty[],
  day: PlainDate,
): { readonly owed: readonly OwedKind[]; readonly coming: readonly DatedDuty[] } {
  const until = duties.filter(({ from }) => from <= day);
  const owed = (until.at(-1)?.kinds ?? []).flatMap((kind) => {
    const lastWithout = until.findLastIndex(({ kinds }) => !kinds.includes(kind));
    const first = until[lastWithout + 1];
    return first === undefined ? [] : [{ kind, since: first.from }];
  });
  return { owed, coming: duties.slice(until.length) };
}
