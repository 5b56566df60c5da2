import type { ContractAdvanceState } from '@thongvon/api-contract';
import { daysBetween, type Dong, monthsAfter, plainDate, type PlainDate } from '@thongvon/kernel';
import type { ProjectRef } from '@thongvon/projects';

/**
 * Data: decree 254/2025, article 9, paragraphs 5 and 6: recovered in full by the time so much of the contract is disbursed;
 * overdue so long after the contract's own day of recovery.
 */
export const RECOVERED_BY_PERCENT = 80n;
const OVERDUE_AFTER_MONTHS = 3;
/** The decree counts from this day; what earlier ones asked is not verified here and makes nobody late. */
const RULES_FROM = plainDate('2025-09-26');

/** The advance of a contract and what has become of it. Whole đồng; null: nobody said. */
export interface ContractAdvance {
  readonly contractValue: Dong;
  readonly amount: Dong;
  readonly paidOn: PlainDate;
  readonly recoverBy: PlainDate | null;
  readonly recovered: Dong | null;
  readonly disbursed: Dong | null;
}

/** How a contract's advance stands with the decree on a day. */
export interface RecoveryClock {
  readonly outstanding: Dong;
  /** Null where the contract names no day, or nobody can be late. */
  readonly overdueAfter: PlainDate | null;
  readonly state: ContractAdvanceState;
  readonly daysLate: number;
  readonly unverified: boolean;
}

/** The same as it is recorded, as it stands on a day. */
export interface RecordedAdvance extends ContractAdvance {
  readonly id: string;
  readonly project: ProjectRef;
  readonly contract: string;
  readonly contractor: string;
  /** The day as of which `recovered` and `disbursed` were given, and why; nulls: nobody has. */
  readonly figuresOn: PlainDate | null;
  readonly reason: string | null;
  readonly document: string | null;
}

/** The same with its recovery clock on that day. */
export interface AdvanceOnDay extends RecordedAdvance, RecoveryClock {}

/** An advance with its recovery clock on the day as on which it was read. */
export const withClock = (advance: RecordedAdvance, on: PlainDate): AdvanceOnDay => ({
  ...advance,
  ...recoveryClock(advance, on),
});

/** The recovery clock of a contract's advance on a day. */
export function recoveryClock(advance: ContractAdvance, today: PlainDate): RecoveryClock {
  const { amount, recovered, recoverBy, paidOn } = advance;
  const outstanding = amount - (recovered ?? 0n);
  const unverified = paidOn < RULES_FROM;
  const overdueAfter = recoverBy && !unverified ? monthsAfter(recoverBy, OVERDUE_AFTER_MONTHS) : null;
  const daysLate = overdueAfter !== null && today > overdueAfter ? daysBetween(overdueAfter, today) : 0;
  const stands = { outstanding, overdueAfter, daysLate, unverified };
  if (outstanding === 0n) return { ...stands, state: 'recovered', daysLate: 0 };
  if (daysLate > 0) return { ...stands, state: 'overdue' };
  if (!unverified && pastShare(advance)) return { ...stands, state: 'past-share' };
  // The contract's own day binds whatever decree held when it was paid.
  return { ...stands, state: recoverBy !== null && today >= recoverBy ? 'due' : 'running' };
}

const MOST_PRESSING_FIRST: readonly ContractAdvanceState[] = [
  'overdue',
  'past-share',
  'due',
  'running',
  'recovered',
];

interface Pressing {
  readonly state: ContractAdvanceState;
  readonly recoverBy: string | null;
  readonly paidOn: string;
}

/** Sorts: by state, then by the contract's day (none comes last), then as they were paid. */
export function byUrgency(one: Pressing, other: Pressing): number {
  const rank = ({ state }: Pressing) => MOST_PRESSING_FIRST.indexOf(state);
  const days = ({ recoverBy, paidOn }: Pressing) => `${recoverBy ?? 'none'} ${paidOn}`;
  return rank(one) - rank(other) || (days(one) < days(other) ? -1 : 1);
}

function pastShare({ disbursed, contractValue }: ContractAdvance): boolean {
  return disbursed !== null && disbursed * 100n >= contractValue * RECOVERED_BY_PERCENT;
}
