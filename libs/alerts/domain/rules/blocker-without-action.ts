import { daysBetween } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { blockerFiring, type OwnNumbersOf } from '../blocker-firing';
import { blockerIdle } from '../messages/duties';

/** Open blockers about which nothing was done for so many days, since the last action or since they began. */
export const blockerWithoutAction: AlertRule = {
  id: 'blocker-without-action',
  title: ['Vướng mắc không được xử lý', 'Blocker without action'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Nhắc sau x ngày không cập nhật', 'A reminder after x days without an update'),
  subjects: ['blocker'],
  yearly: false,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày không có việc xử lý', 'Days without action'],
      values: [{ fromPlanYear: 0, value: 14, origin: 'Hai kỳ giao ban' }],
      min: 1,
      max: 365,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.blockers.flatMap((blocker) => {
      const { lastActionOn, organizationId } = blocker;
      const days = thresholds({ organizationId })?.['days'];
      const idle = daysBetween(lastActionOn, now.week);
      if (days === undefined || idle < days) return [];
      return [
        blockerFiring(
          blocker,
          { since: lastActionOn, daysIdle: idle } satisfies OwnNumbersOf<'blocker-without-action'>,
          blockerIdle(blocker, lastActionOn, idle),
        ),
      ];
    }),
};
