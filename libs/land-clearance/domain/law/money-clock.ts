import type { AdvanceState } from '@thongvon/api-contract';
import {
  addDays,
  daysBetween,
  divideHalfAwayFromZero,
  type Dong,
  monthsAfter,
  plainDate,
  type PlainDate,
} from '@thongvon/kernel';
import type { ProjectRef } from '@thongvon/projects';

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

interface AdvanceClock {
  /** What is left of it. */
  readonly outstanding: Dong;
  /** The last day for papers, and the last one before the balance is to be returned. */
  readonly papersDue: PlainDate;
  readonly returnDue: PlainDate;
  readonly state: AdvanceState;
  /** Days past the last of these that has passed; 0 when in time. */
  readonly daysLate: number;
  /** From before the decree: never late. */
  readonly unverified: boolean;
}

/** A compensation advance of a project as it stands on a day, with its clock. Whole đồng. */
export interface AdvanceOnDay extends Advance, AdvanceClock {
  readonly id: string;
  readonly project: ProjectRef;
  /** Number and date of the document. */
  readonly document: string | null;
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

/**
 * Data: the late amount is reckoned at the rate for late tax (Land Law 2024, article 94, paragraph 3). The rate itself
 * is given from memory (Law on Tax Administration 38/2019, article 59): an exposure to look into, not a debt.
 */
export const LATE_RATE = {
  perDay: { numerator: 3n, denominator: 10_000n },
  text: '0.03',
  unverified: true,
  source: 'Luật Quản lý thuế 38/2019, Điều 59 (chưa đối chiếu)',
} as const;

/** How many days late `today` is after `lastDay`, 0 when in time, and what that may cost on `base`, approved and not paid: whole đồng, half up. */
export function lateExposure(
  base: Dong,
  lastDay: PlainDate,
  today: PlainDate,
): { days: number; exposure: Dong } {
  const days = Math.max(0, daysBetween(lastDay, today));
  const { numerator, denominator } = LATE_RATE.perDay;
  return { days, exposure: divideHalfAwayFromZero(base * numerator * BigInt(days), denominator) };
}
