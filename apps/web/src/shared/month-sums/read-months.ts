import { formatAmount } from '@thongvon/kernel';
import { wholeDong } from '../whole-dong';

/** A plan year has 13 months: January to January. */
export const MONTHS = 13;

/** What the typed numbers are: by the end of each month, or of each month by itself. */
export type Meaning = 'cumulative' | 'monthly';

export type MonthFault = 'unreadable' | 'falls' | 'below-zero';

/** What a month's text comes to. */
export interface MonthRead {
  /** Whole đồng by the end of the month; null while it isn't known. */
  readonly sum: bigint | null;
  readonly fault: MonthFault | null;
}

/** Of typed months the sums by their ends, and what is wrong at which month. A blank month is not known, never zero. */
export function readMonths(typed: readonly string[], meaning: Meaning, mayFall: boolean): MonthRead[] {
  let before: bigint | null = 0n;
  return typed.map((text): MonthRead => {
    const amount = signedDong(text);
    const start = before;
    const sum: bigint | null =
      amount === null ? null : meaning === 'cumulative' ? amount : start === null ? null : start + amount;
    // Cumulative months are compared over a gap; after one, those that are added up aren't known.
    if (sum !== null || meaning === 'monthly') before = sum;
    if (amount === null) return { sum, fault: text.trim() === '' ? null : 'unreadable' };
    return { sum, fault: faultOf(sum, start, mayFall) };
  });
}

function faultOf(sum: bigint | null, before: bigint | null, mayFall: boolean): MonthFault | null {
  if (sum === null) return null;
  if (sum < 0n) return 'below-zero';
  return !mayFall && before !== null && sum < before ? 'falls' : null;
}

/** The sums as the API takes them; undefined while a month is missing or wrong. */
export function sumsOf(months: readonly MonthRead[]): string[] | undefined {
  const sums = months.flatMap(({ sum, fault }) => (sum === null || fault !== null ? [] : [sum.toString()]));
  return sums.length === MONTHS ? sums : undefined;
}

/** Typed whole đồng in groups of three; what can't be read is left as it is. */
export function inGroups(text: string): string {
  const dong = signedDong(text);
  return dong === null ? text : formatAmount(dong, 'dong', 0);
}

/** As `wholeDong`, and below zero: a month in which more came back than went out. */
function signedDong(typed: string): bigint | null {
  const text = typed.trim();
  const isNegative = /^[-−]/.test(text);
  const dong = wholeDong(isNegative ? text.slice(1) : text);
  return dong === null ? null : isNegative ? -BigInt(dong) : BigInt(dong);
}
