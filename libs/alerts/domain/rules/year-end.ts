import { daysBetween, lastDay, plainDate } from '@thongvon/kernel';
import { aboutProject, type AlertRule, practice } from '../alert-rule';
import { isBelow } from '../totals-and-rates';
import { carryOverLapsingTexts, estimateBelowPlanTexts } from '../messages/capital';
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
          ...aboutProject(project),
          amount: planned - estimate,
          numbers: {
            planned: planned.toString(),
            estimate: estimate.toString(),
            on,
            deadline,
          } satisfies NumbersOf<'estimate-below-plan'>,
          texts: estimateBelowPlanTexts(name, { planned, estimate, on }, deadline),
        },
      ];
    }),
};

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
          ...aboutProject({ id, name, organizationId }),
          amount: disbursed === null ? null : planned - disbursed,
          numbers: {
            planned: planned.toString(),
            disbursed: disbursed?.toString() ?? null,
            lapsesOn: last,
            daysLeft,
          } satisfies NumbersOf<'carry-over-lapsing'>,
          texts: carryOverLapsingTexts(name, planned, disbursed, last),
        },
      ];
    });
  },
};
