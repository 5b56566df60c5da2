import { lastDay } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { isBelow } from '../fraction';
import { estimateBelowPlan as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import { totalOf } from '../week-facts';

/** Projects whose owner says that the plan won't be spent by 31/1. What is below the sum disbursed already is no estimate. */
export const estimateBelowPlan: AlertRule = {
  id: 'estimate-below-plan',
  title: ['Ước giải ngân đến 31/1 thấp hơn kế hoạch', "The owner's estimate to 31/1 is below the plan"],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Kế hoạch trừ ước giải ngân đến 31/1 do chủ đầu tư xác nhận: danh mục đề nghị điều chuyển',
    'Plan less the estimate to 31/1 that the owner confirms: what to move',
  ),
  subjects: ['project'],
  ofPace: true,
  yearly: true,
  thresholds: [
    {
      key: 'percent',
      unit: 'percent',
      label: ['Tỷ lệ ước trên kế hoạch được coi là đủ', 'Share of the plan that is enough'],
      values: [{ fromPlanYear: 0, value: 100, origin: 'Đề xuất' }],
      min: 1,
      max: 100,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    [...now.estimates].flatMap(([projectId, { estimate, on }]) => {
      const project = now.projects.get(projectId);
      if (!project) return [];
      const { name, organizationId, lines } = project;
      const enough = thresholds({ organizationId })?.['percent'];
      const { planned, disbursed } = totalOf(lines, 'current-year');
      if (enough === undefined || planned === null || estimate < (disbursed ?? 0n)) return [];
      if (!isBelow(estimate, planned, enough)) return [];
      const deadline = lastDay(now.planYear);
      return [
        {
          subject: { kind: 'project', id: projectId, name },
          organizationId,
          projectId,
          amount: planned - estimate,
          numbers: {
            planned: planned.toString(),
            estimate: estimate.toString(),
            on,
            deadline,
          } satisfies NumbersOf<'estimate-below-plan'>,
          texts: texts(name, { planned, estimate, on }, deadline),
        },
      ];
    }),
};
