import type {
  BlockerDetailView,
  BlockerEventView,
  BlockerQuery,
  BlockerView,
  ProjectActionView,
} from '@thongvon/api-contract';
import { plainDate, currentPlanYear, type Clock } from '@thongvon/kernel';
import { askedDay } from '@thongvon/land-clearance/http';
import type { BlockerWithHistory } from '../application/view-blockers';
import type { HistoryEntry } from '../domain/blocker-history';
import type { BlockerOnDay } from '../domain/blocker-on-day';
import type { BlockersQuery } from '../domain/capital-held';

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

/** A blocker on a day as the API shows it. */
export const toBlockerView = (blocker: BlockerOnDay): BlockerView => shown(blocker);

function shown(blocker: BlockerOnDay) {
  const { capitalHeld, capitalHeldBasis: basis } = blocker;
  const { planned, disbursed } = basis;
  return {
    ...blocker,
    capitalHeld: capitalHeld?.toString() ?? null,
    capitalHeldBasis: {
      ...basis,
      planned: planned?.toString() ?? null,
      disbursed: disbursed?.toString() ?? null,
    },
  };
}

/** A blocker with its history as the API shows it. */
export function toDetailView({ merged, history, ...blocker }: BlockerWithHistory): BlockerDetailView {
  return {
    ...shown(blocker),
    merged: merged.map((one) => ({ ...one, at: one.at.toISOString() })),
    history: history.map(({ blockerId: _, ...entry }): BlockerEventView => ({
      ...entry,
      at: entry.at.toISOString(),
    })),
  };
}

/** An entry of a blocker's history, as the API shows it among those of its project. */
export const toActionView = (entry: HistoryEntry): ProjectActionView => ({
  ...entry,
  at: entry.at.toISOString(),
});
