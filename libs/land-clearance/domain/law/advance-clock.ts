import type { AdvanceState } from '@thongvon/api-contract';
import { addDays, daysBetween, monthsAfter, plainDate, type Dong, type PlainDate } from '@thongvon/kernel';

/** Data: decree 254/2025, article 9, paragraphs 5 and 6: papers within 30 days; after 3 months the balance is returned. */
const PAPERS_WITHIN_DAYS = 30;
const RETURN_AFTER_MONTHS = 3;
/** The decree counts from this day; what earlier ones asked is not verified here and makes nobody late. */
const RULES_FROM = plainDate('2025-09-26');

/** A compensation advance and what has become of it. Whole đồng. */
export interface Advance {
  readonly amount: Dong;
  readonly advancedOn: PlainDate;
  /** Settled with papers of payment to people. */
  readonly settled: Dong;
  /** Returned to the Treasury account. */
  readonly returned: Dong;
}

export interface AdvanceClock {
  readonly outstanding: Dong;
  readonly papersDue: PlainDate;
  readonly returnDue: PlainDate;
  readonly state: AdvanceState;
  readonly daysLate: number;
  readonly unverified: boolean;
}

/** The recovery clock of a compensation advance on a day. */
export function advanceClock(
  { amount, advancedOn, settled, returned }: Advance,
  today: PlainDate,
): AdvanceClock {
  const outstanding = amount - settled - returned;
  const papersDue = addDays(advancedOn, PAPERS_WITHIN_DAYS);
  const returnDue = monthsAfter(advancedOn, RETURN_AFTER_MONTHS);
  const unverified = advancedOn < RULES_FROM;
  const state = stateOf(outstanding, today, unverified, papersDue, returnDue);
  const missed = state === 'overdue' ? returnDue : state === 'papers-late' ? papersDue : today;
  return { outstanding, papersDue, returnDue, state, daysLate: daysBetween(missed, today), unverified };
}

function stateOf(
  outstanding: Dong,
  today: PlainDate,
  unverified: boolean,
  papersDue: PlainDate,
  returnDue: PlainDate,
): AdvanceState {
  if (outstanding === 0n) return 'settled';
  if (unverified || today <= papersDue) return 'running';
  return today <= returnDue ? 'papers-late' : 'overdue';
}
