import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { handedOverWithoutVolume as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import { completedOf } from '../week-facts';

/** Projects whose whole site has been handed over for so many weeks without any more completed work being paid. */
export const handedOverWithoutVolume: AlertRule = {
  id: 'handed-over-without-volume',
  title: ['Đã bàn giao mặt bằng, không có khối lượng', 'Handed over, no volume'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Nhà thầu đình trệ: không nghiệm thu n tuần trong khi mặt bằng đã giao',
    'Contractors stalled: no volume accepted in n weeks while the site is handed over',
  ),
  subjects: ['project'],
  yearly: true,
  thresholds: [
    {
      key: 'weeks',
      unit: 'weeks',
      label: ['Số tuần không có khối lượng', 'Weeks without volume'],
      values: [{ fromPlanYear: 0, value: 4, origin: 'Đề xuất' }],
      min: 1,
      max: 26,
    },
  ],
  weeksBack: ({ weeks = 0 }) => weeks,
  evaluate: ({ now, before, thresholds }) =>
    [...now.projects.values()].flatMap(({ id, name, organizationId, lines, handedOver }) => {
      const weeks = thresholds({ organizationId })?.['weeks'];
      const earlier = weeks === undefined ? undefined : before[weeks - 1]?.projects.get(id);
      if (weeks === undefined || handedOver !== true || earlier?.handedOver !== true) return [];
      const [then, completed] = [completedOf(earlier.lines), completedOf(lines)];
      if (then === null || completed === null || completed > then) return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: null,
          numbers: {
            completed: completed.toString(),
            completedBefore: then.toString(),
            weeks,
          } satisfies NumbersOf<'handed-over-without-volume'>,
          texts: texts(name, completed, weeks),
        },
      ];
    }),
};
