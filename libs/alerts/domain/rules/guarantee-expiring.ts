import { daysBetween } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { paymentDecrees } from '../citations';
import { guaranteeExpiring as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';

/** Guarantees of advances that end soon, or have ended, before the advance is recovered. */
export const guaranteeExpiring: AlertRule = {
  id: 'guarantee-expiring',
  title: ['Bảo lãnh tạm ứng sắp hết hạn', 'Advance guarantee about to expire'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 1, 2: bảo lãnh có hiệu lực đến khi thu hồi hết tạm ứng; chủ đầu tư theo dõi thời hạn',
    'Decree 254/2025, article 9, paragraphs 1 and 2: it lives until the advance is recovered in full; the owner watches its last day',
  ),
  subjects: ['guarantee'],
  yearly: false,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày trước khi hết hạn', 'Days before it ends'],
      values: [{ fromPlanYear: 0, value: 30, origin: 'Đề xuất' }],
      min: 0,
      max: 365,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.guarantees.flatMap(
      ({ id, projectId, projectName, organizationId, contractor, amount, expiresOn }) => {
        const days = thresholds({ organizationId })?.['days'];
        const daysLeft = daysBetween(now.week, expiresOn);
        if (days === undefined || daysLeft > days) return [];
        return [
          {
            subject: { kind: 'guarantee', id, name: projectName },
            organizationId,
            projectId,
            amount,
            numbers: {
              contractor,
              amount: amount.toString(),
              expiresOn,
              daysLeft,
            } satisfies NumbersOf<'guarantee-expiring'>,
            texts: texts(projectName, { contractor, amount, expiresOn, daysLeft }),
            severity: daysLeft < 0 ? 'critical' : 'warning',
          },
        ];
      },
    ),
};
