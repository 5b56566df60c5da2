import { closedWeek, movementBetween, type Movement, type PlainDate } from '@thongvon/kernel';
import { showAmounts, type ShownAmounts } from './known-amount';

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
  readonly monthChange: string | null;
  /** What will have been disbursed on the year's last day. */
  readonly forecast: string | null;
}

/** A change as the API shows it. */
export type ShownMovement = Omit<Movement, 'value'> & { readonly value: string | null };

export interface MovingAmounts extends ShownAmounts {
  readonly movement: ShownMovement;
  readonly weekChange: string | null;
  readonly monthChange: string | null;
  /** Plan less forecast, never negative. */
  readonly shortfall: string | null;
}

/** Amounts with how they move, as one who looks on `businessDay` sees it. */
export function showMovingAmounts(sums: MovingSums, businessDay: PlainDate): MovingAmounts {
  const { asOf, beforeOn, monthChange } = sums;
  const planned = amount(sums.planned);
  const disbursed = amount(sums.disbursed);
  const forecast = amount(sums.forecast);
  const missing = planned === null || forecast === null ? null : planned - forecast;
  const movement = showMovement(
    movementBetween(
      { amount: amount(sums.before), on: beforeOn },
      { amount: disbursed, on: asOf },
      closedWeek(businessDay),
    ),
  );
  return {
    ...showAmounts({
      planned,
      disbursed,
      completed: amount(sums.completed),
      advance: amount(sums.advance),
    }),
    movement,
    weekChange: movement.value,
    monthChange,
    shortfall: missing === null ? null : (missing < 0n ? 0n : missing).toString(),
  };
}

export function showMovement({ value, ...dates }: Movement): ShownMovement {
  return { value: value?.toString() ?? null, ...dates };
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
