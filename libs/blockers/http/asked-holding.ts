import type { BlockerQuery } from '@thongvon/api-contract';
import { plainDate, currentPlanYear, type Clock } from '@thongvon/kernel';
import type { BlockersQuery } from '../domain/capital-held';
import { askedDay } from '@thongvon/land-clearance/http';

/** The day that a query asks for with the plan whose money counts as held: that of its year, unless another is asked for. */
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
