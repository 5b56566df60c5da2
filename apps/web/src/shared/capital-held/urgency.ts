import type { BlockerSummaryView, DueBucket } from '@thongvon/contracts';
import { isDueSoon, isOverdue, nextLetterDay, plainDate } from '@thongvon/kernel';

/** How pressing a blocker is, in the three shades that are drawn. */
export type Urgency = 'late' | 'soon' | 'inTime';

export const URGENCIES: readonly Urgency[] = ['late', 'soon', 'inTime'];

const URGENCY: Readonly<Record<DueBucket, Urgency>> = {
  'overdue-over-14': 'late',
  'overdue-to-14': 'late',
  // Due by the day of the next letter.
  'due-in-7': 'soon',
  'due-in-30': 'inTime',
  'due-later': 'inTime',
  'no-due': 'inTime',
};

/** Whole đồng held by urgency. */
export function heldByUrgency(ageing: BlockerSummaryView['ageing']): Record<Urgency, bigint> {
  const held: Record<Urgency, bigint> = { late: 0n, soon: 0n, inTime: 0n };
  for (const { bucket, capitalHeld } of ageing) held[URGENCY[bucket]] += BigInt(capitalHeld ?? 0);
  return held;
}

/** How pressing something is that is due, to one who looks on `today`; null without a due date. */
export function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'inTime';
  const businessDay = plainDate(today);
  const days = { businessDay, nextLetterOn: nextLetterDay(businessDay) };
  if (isOverdue(plainDate(due), days)) return 'late';
  return isDueSoon(plainDate(due), days) ? 'soon' : 'inTime';
}

/** For drawing only: four digits of a share between 0 and 1. */
export const shareOf = (part: bigint, whole: bigint): number =>
  whole <= 0n ? 0 : Number((part * 10_000n) / whole) / 10_000;
