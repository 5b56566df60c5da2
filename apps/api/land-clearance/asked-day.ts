import type { BlockerQuery } from '@thongvon/api-contract';
import { businessDate, plainDate, currentPlanYear, type Clock, type PlainDate } from '@thongvon/kernel';
import type { BlockersQuery } from '@thongvon/land-clearance';

/** The day that a query asks for; without one, today. */
export function askedDay(asOf: string | undefined, clock: Clock): PlainDate {
  return asOf === undefined ? businessDate(clock.now()) : plainDate(asOf);
}

/** That day with the plan whose money counts as held: that of its year, unless another is asked for. */
export function askedHolding(
  { asOf, figuresAsOf, planYear, denominator }: BlockerQuery,
  clock: Clock,
): BlockersQuery {
  const day = askedDay(asOf, clock);
  return {
    asOf: day,
    ...(figuresAsOf === undefined ? {} : { figuresAsOf: plainDate(figuresAsOf) }),
    planYear: planYear ?? currentPlanYear(day),
    denominator: denominator ?? 'current-year-plan',
  };
}
