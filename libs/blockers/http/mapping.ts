import type {
  BlockerDetailView,
  BlockerEventView,
  BlockerGroupView,
  BlockerQuery,
  BlockerSeriesPointView,
  BlockerSummaryView,
  BlockerView,
  DueBucketView,
  HeldPartsView,
  HeldTotalView,
  ProjectActionView,
} from '@thongvon/api-contract';
import { plainDate, currentPlanYear, type Clock, type Dong } from '@thongvon/kernel';
import { askedDay } from '@thongvon/platform/http';
import type { BlockerSummary, HeldPoint } from '../application/summarize-blockers';
import type { BlockerWithHistory } from '../application/view-blockers';
import type { HistoryEntry } from '../domain/blocker-history';
import type { BlockerOnDay } from '../domain/blocker-on-day';
import type { AgeingTotal, BlockersQuery, HeldGroup, HeldParts, HeldTotal } from '../domain/capital-held';

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
    capitalHeld: text(capitalHeld),
    capitalHeldBasis: {
      ...basis,
      planned: text(planned),
      disbursed: text(disbursed),
    },
  };
}

/** A blocker with its history as the API shows it. */
export function toDetailView(found: BlockerWithHistory): BlockerDetailView {
  const { merged, history, mayAct, officeCandidates, ...blocker } = found;
  return {
    ...shown(blocker),
    mayAct,
    officeCandidates,
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

/** What blockers hold together, as the API shows it. */
export const toHeldView = (total: HeldTotal): HeldTotalView => held(total);

function held(total: HeldTotal) {
  return { ...total, capitalHeld: text(total.capitalHeld) };
}

/** The same with the day, of a series. */
export function toPointView({ asOf, ...total }: HeldPoint): BlockerSeriesPointView {
  return { asOf, ...held(total) };
}

/** The same of a bucket of ageing. */
export function toBucketView({ bucket, ...total }: AgeingTotal): DueBucketView {
  return { bucket, ...held(total) };
}

/** The parts of what is still to be disbursed. */
export function toPartsView({ overdue, dueSoon, later, notHeld }: HeldParts): HeldPartsView {
  return {
    overdue: overdue.toString(),
    dueSoon: dueSoon.toString(),
    later: later.toString(),
    notHeld: text(notHeld),
  };
}

/** What the blockers of a group hold. */
export function toGroupView({ key, label, suggested, ageing, parts, ...total }: HeldGroup): BlockerGroupView {
  return {
    ...{ key, label, suggested },
    ...held(total),
    ageing: ageing.map(toBucketView),
    parts: toPartsView(parts),
  };
}

/** What open blockers hold on a day, in all and by groups. */
export function toSummaryView(summary: BlockerSummary): BlockerSummaryView {
  const { capitalHeld, remaining, parts, heldOverdue, ageing, groups } = summary;
  return {
    ...summary,
    capitalHeld: text(capitalHeld),
    remaining: text(remaining),
    parts: toPartsView(parts),
    heldOverdue: toHeldView(heldOverdue),
    ageing: ageing.map(toBucketView),
    groups: groups.map(toGroupView),
  };
}

const text = (amount: Dong | null): string | null => amount?.toString() ?? null;
