import {
  closedWeek,
  formatRate,
  movementBetween,
  type Dong,
  type Movement,
  type PlainDate,
} from '@thongvon/kernel';
import type { ShownPace } from './shown-pace';
import { showAmounts, type ShownAmounts, type SourceSplit } from './known-amount';

/** Amounts as the database gives them: whole đồng as text, null where nothing is known. */
export interface MovingSums {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  /** Date of the newest figure. */
  readonly asOf: PlainDate | null;
  /** Disbursed by the figures that a change is counted from, and their date. */
  readonly before: string | null;
  readonly beforeOn: PlainDate | null;
  /** Of one source: of how many figures then it wasn't known whether they were of it. */
  readonly beforeOpen?: number;
  /** The same of the figures that the pace begins with. */
  readonly monthAgo: string | null;
  readonly monthAgoOn: PlainDate | null;
  readonly monthAgoOpen?: number;
  /** What will have been disbursed on the year's last day. */
  readonly forecast: string | null;
  /** Of one source: `SourceSplit` of a sum. */
  readonly derived?: string | null;
  readonly by_treasury?: string | null;
  readonly not_split?: string | null;
  readonly not_split_projects?: number;
}

/** `SourceSplit` of a row, where amounts of one source are asked for; null: of none that is known. */
export function splitOf(
  { derived, by_treasury, not_split, not_split_projects }: Partial<MovingSums>,
  source: string | null | undefined,
): SourceSplit | null {
  if (source === undefined) return null;
  return {
    derived: amount(derived ?? null),
    treasury: amount(by_treasury ?? null),
    notSplit: amount(not_split ?? null),
    notSplitProjects: not_split_projects ?? 0,
    isUnsplit: source === 'unspecified',
  };
}

/** A change as the API shows it. */
export type ShownMovement = Omit<Movement, 'value'> & { readonly value: string | null };

export interface MovingAmounts extends ShownAmounts {
  readonly movement: ShownMovement;
  readonly weekChange: string | null;
  /** The movement's value in percent of the plan. */
  readonly changeRate: string | null;
  readonly monthChange: string | null;
  readonly pace: ShownPace;
  /** What will have been disbursed on the year's last day at that pace. */
  readonly forecast: string | null;
  /** The forecast in percent of the plan. */
  readonly forecastRate: string | null;
  /** Plan less forecast, never negative. */
  readonly shortfall: string | null;
  /** What is left less the shortfall: what will still be disbursed at that pace. */
  readonly spendable: string | null;
}

interface Looking {
  /** The day on which somebody looks. */
  readonly businessDay: PlainDate;
  /** The source whose amounts they are; undefined: of all. */
  readonly source: string | undefined;
}

/** Amounts with how they move. What is only partly known of one source has neither changes nor a forecast. */
export function showMovingAmounts(
  sums: MovingSums,
  pace: ShownPace,
  { businessDay, source }: Looking,
): MovingAmounts {
  const { asOf, beforeOn } = sums;
  const split = splitOf(sums, source);
  const isWhole = (split?.notSplit ?? null) === null;
  const planned = amount(sums.planned);
  const disbursed = amount(sums.disbursed);
  const forecast = isWhole ? amount(sums.forecast) : null;
  const shortfall =
    planned === null || forecast === null ? null : planned > forecast ? planned - forecast : 0n;
  const rateOf = (part: Dong | null): string | null =>
    part === null || planned === null ? null : formatRate(part, planned);
  const closed = closedWeek(businessDay);
  const moved = movementBetween(
    { amount: amount(sums.before), on: beforeOn },
    { amount: disbursed, on: asOf },
    closed,
  );
  const ofMonth = movementBetween(
    { amount: amount(sums.monthAgo), on: sums.monthAgoOn },
    { amount: disbursed, on: asOf },
    closed,
  );
  const isMonthWhole = isWhole && (sums.monthAgoOpen ?? 0) === 0;
  const movement = showMovement(isWhole && (sums.beforeOpen ?? 0) === 0 ? moved : notSplit(moved));
  const shown = showAmounts({
    planned,
    disbursed,
    completed: amount(sums.completed),
    advance: amount(sums.advance),
    split,
  });
  const remaining = amount(shown.remaining);
  return {
    ...shown,
    movement,
    weekChange: movement.value,
    changeRate: rateOf(amount(movement.value)),
    monthChange: isMonthWhole ? (ofMonth.value?.toString() ?? null) : null,
    pace,
    forecast: forecast?.toString() ?? null,
    forecastRate: rateOf(forecast),
    shortfall: shortfall?.toString() ?? null,
    spendable: remaining === null || shortfall === null ? null : (remaining - shortfall).toString(),
  };
}

/** From or to an amount that is only partly known nothing is known to have changed. */
const notSplit = ({ since }: Movement): Movement => ({
  value: null,
  from: null,
  to: null,
  days: null,
  reason: 'not-split',
  since,
});

export function showMovement({ value, ...dates }: Movement): ShownMovement {
  return { value: value?.toString() ?? null, ...dates };
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
