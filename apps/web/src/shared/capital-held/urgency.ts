import type { HeldPartsView } from '@thongvon/api-contract';
import { isDueSoon, isOverdue, nextLetterDay, plainDate } from '@thongvon/kernel';

/** How pressing a blocker is, in the three shades that are drawn. */
export type Urgency = 'late' | 'soon' | 'inTime';

/** Whole đồng that something holds, by urgency; what it holds twice counts once. */
export const heldByUrgency = ({
  overdue,
  dueSoon,
  later,
}: HeldPartsView): readonly (readonly [Urgency, string])[] => [
  ['late', overdue],
  ['soon', dueSoon],
  ['inTime', later],
];

/** How pressing something is that is due, to one who looks on `today`; null without a due date. */
export function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'inTime';
  const businessDay = plainDate(today);
  const days = { businessDay, nextLetterOn: nextLetterDay(businessDay) };
  if (isOverdue(plainDate(due), days)) return 'late';
  return isDueSoon(plainDate(due), days) ? 'soon' : 'inTime';
}
