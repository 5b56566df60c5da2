import { daysBetween, plainDate } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { carryOverLapsing as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import { totalOf } from '../week-facts';

/** Capital carried over from earlier years that is not disbursed as its last day comes near. */
export const carryOverLapsing: AlertRule = {
  id: 'carry-over-lapsing',
  title: ['Vốn kéo dài sắp hết hạn', 'Carried-over capital about to lapse'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Vốn kéo dài thường được phép đến 31/12; thời hạn do cấp có thẩm quyền quyết định',
    'Carried-over capital may usually be spent until 31/12; the competent level decides',
  ),
  subjects: ['project'],
  yearly: true,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày trước khi hết hạn', 'Days before it lapses'],
      values: [{ fromPlanYear: 0, value: 90, origin: 'Đề xuất' }],
      min: 1,
      max: 365,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) => {
    const last = plainDate(`${now.planYear}-12-31`);
    const daysLeft = daysBetween(now.week, last);
    return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
      const days = thresholds({ organizationId })?.['days'];
      const { planned, disbursed } = totalOf(lines, 'carried-over');
      if (days === undefined || daysLeft < 0 || daysLeft > days) return [];
      if (planned === null || planned <= (disbursed ?? 0n)) return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: disbursed === null ? null : planned - disbursed,
          numbers: {
            planned: planned.toString(),
            disbursed: disbursed?.toString() ?? null,
            lapsesOn: last,
            daysLeft,
          } satisfies NumbersOf<'carry-over-lapsing'>,
          texts: texts(name, planned, disbursed, last),
        },
      ];
    });
  },
};
