import { addDays, daysBetween, frozenReckoning, isDueSoon } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { blockerFiring, type OwnNumbersOf } from '../blocker-firing';
import { blockerDue } from '../messages/duties';

/**
 * Open blockers that are due soon: by the day of the next letter, as on every page. The threshold can look further ahead,
 * never less far.
 */
export const blockerDueThisWeek: AlertRule = {
  id: 'blocker-due-this-week',
  title: ['Vướng mắc đến hạn trong tuần', 'Blocker due this week'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Nhắc trước hạn trong kỳ giao ban tuần', 'A reminder ahead in the weekly review'),
  subjects: ['blocker'],
  yearly: false,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày trước hạn', 'Days ahead'],
      values: [{ fromPlanYear: 0, value: 7, origin: 'Một kỳ giao ban' }],
      min: 0,
      max: 90,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.blockers.flatMap((blocker) => {
      const { due, organizationId } = blocker;
      const days = thresholds({ organizationId })?.['days'];
      if (days === undefined || due === null || due < now.week) return [];
      const daysLeft = daysBetween(now.week, due);
      return isDueSoon(due, frozenReckoning(now.week, null)) || due <= addDays(now.week, days)
        ? [
            blockerFiring(
              blocker,
              { due, daysLeft } satisfies OwnNumbersOf<'blocker-due-this-week'>,
              blockerDue(blocker, due, daysLeft),
            ),
          ]
        : [];
    }),
};
