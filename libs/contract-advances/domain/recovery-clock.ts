import type { ContractAdvanceState } from '@thongvon/contracts';
import { daysBetween, monthsAfter, plainDate, type Dong, type PlainDate } from '@thongvon/kernel';

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

export interface RecoveryClock {
  readonly outstanding: Dong;
  readonly overdueAfter: PlainDate | null;
  readonly state: ContractAdvanceState;
  readonly daysLate: number;
  readonly unverified: boolean;
}

/** The recovery clock of a contract's advance on a day. */
export function recoveryClock(advance: ContractAdvance, today: PlainDate): RecoveryClock {
  const { amount, recovered, recoverBy, paidOn } = advance;
  const outstanding = amount - (recovered ?? 0n);
  const overdueAfter = recoverBy && monthsAfter(recoverBy, OVERDUE_AFTER_MONTHS);
  const unverified = paidOn < RULES_FROM;
  const late = overdueAfter !== null && today > overdueAfter ? daysBetween(overdueAfter, today) : 0;
  const state = stateOf(outstanding, unverified, late, pastShare(advance));
  return { outstanding, overdueAfter, state, daysLate: state === 'overdue' ? late : 0, unverified };
}

function stateOf(
  outstanding: Dong,
  unverified: boolean,
  daysLate: number,
  past: boolean,
): ContractAdvanceState {
  if (outstanding === 0n) return 'recovered';
  if (unverified) return 'running';
  if (daysLate > 0) return 'overdue';
  return past ? 'past-share' : 'running';
}

function pastShare({ disbursed, contractValue }: ContractAdvance): boolean {
  return disbursed !== null && disbursed * 100n >= contractValue * RECOVERED_BY_PERCENT;
}
