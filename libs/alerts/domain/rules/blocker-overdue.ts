import { daysBetween } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { blockerFiring, type OwnNumbersOf } from '../blocker-firing';
import { blockerOverdue as texts } from '../messages/duties';

/** Open blockers whose due date has passed on the day of the cut-off. */
export const blockerOverdue: AlertRule = {
  id: 'blocker-overdue',
  title: ['Vướng mắc quá hạn', 'Blocker overdue'],
  severity: 'critical',
  basis: 'managerial',
  citations: practice(
    'Thời hạn giải quyết vướng mắc do lãnh đạo giao',
    'The due date that leaders set for solving it',
  ),
  subjects: ['blocker'],
  yearly: false,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.blockers.flatMap((blocker) => {
      const { due, organizationId } = blocker;
      if (!thresholds({ organizationId }) || due === null || due >= now.week) return [];
      const daysOverdue = daysBetween(due, now.week);
      return [
        blockerFiring(
          blocker,
          { due, daysOverdue } satisfies OwnNumbersOf<'blocker-overdue'>,
          texts(blocker, due, daysOverdue),
        ),
      ];
    }),
};
