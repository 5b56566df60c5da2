import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { handedOverWithoutVolume as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import { weeksBefore, weeksEarlier } from '../figure-week';
import { completedOf, figureDate } from '../week-facts';

/**
 * Projects whose whole site has been handed over for so many weeks without any more completed work being paid, as their reports
 * say: of a project that nobody reports, nobody knows whether it works.
 */
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
  weeksBack: ({ weeks = 0 }) => weeksBefore(weeks),
  evaluate: (situation) =>
    [...situation.now.projects.values()].flatMap((project) => {
      const { id, name, organizationId, lines, handedOver } = project;
      const weeks = situation.thresholds({ organizationId })?.['weeks'];
      const earlier = weeks === undefined ? undefined : weeksEarlier(situation, project, weeks);
      if (weeks === undefined || handedOver !== true || earlier?.handedOver !== true) return [];
      if (figureDate(earlier.lines, 'current-year') === figureDate(lines, 'current-year')) return [];
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
