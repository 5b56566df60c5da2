import type { Told } from '../story';

/** How far a month has come. */
export interface MonthCompared {
  /** Whether it has begun, so that something could have been told. */
  readonly hasBegun: boolean;
  /** The newest figure by its end; undefined while there is none, or the month is still to come. */
  readonly told: Told | undefined;
  /** Whether the month is over, so that it can be held against the plan. */
  readonly isOver: boolean;
}

/** What was told by the end of a month, as it stands today. Days are `YYYY-MM-DD`; `told` is ordered by day. */
export function compareMonth(told: readonly Told[], monthEnd: string, today: string): MonthCompared {
  const hasBegun = monthEnd.slice(0, 7) <= today.slice(0, 7);
  return {
    hasBegun,
    told: hasBegun ? told.findLast(({ asOf }) => asOf <= monthEnd) : undefined,
    isOver: monthEnd < today,
  };
}

/** The last month that is over and of which something was told, with disbursed − planned. */
export function lastCompared<Month extends { readonly end: string }>(
  months: readonly Month[],
  sums: readonly string[],
  told: readonly Told[],
  today: string,
): { readonly month: Month; readonly ahead: bigint } | undefined {
  const compared = months.flatMap((month, index) => {
    const { told: newest, isOver } = compareMonth(told, month.end, today);
    const sum = sums[index];
    return newest === undefined || sum === undefined || !isOver
      ? []
      : [{ month, ahead: newest.disbursed - BigInt(sum) }];
  });
  return compared.at(-1);
}
