import { showAmounts, type ShownAmounts } from './known-amount';

/** Amounts as the database gives them: whole đồng as text, null where nothing is known. */
export interface MovingSums {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly weekChange: string | null;
  readonly monthChange: string | null;
  /** What will have been disbursed on the year's last day. */
  readonly forecast: string | null;
}

export interface MovingAmounts extends ShownAmounts {
  readonly weekChange: string | null;
  readonly monthChange: string | null;
  /** Plan less forecast, never negative. */
  readonly shortfall: string | null;
}

/** Amounts with how they move. */
export function showMovingAmounts(sums: MovingSums): MovingAmounts {
  const { weekChange, monthChange } = sums;
  const planned = amount(sums.planned);
  const forecast = amount(sums.forecast);
  const missing = planned === null || forecast === null ? null : planned - forecast;
  return {
    ...showAmounts({
      planned,
      disbursed: amount(sums.disbursed),
      completed: amount(sums.completed),
      advance: amount(sums.advance),
    }),
    weekChange,
    monthChange,
    shortfall: missing === null ? null : (missing < 0n ? 0n : missing).toString(),
  };
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
