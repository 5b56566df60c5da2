import { addDays, plainDate, yearOf, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice, since } from '../citations';
import { figureWeek } from '../figure-week';
import { belowOwnPlan as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { totalOf } from '../week-facts';

/** Projects that have disbursed less than their owner's own plan says for the last month that was over in their figures' week. */
export const belowOwnPlan: AlertRule = {
  id: 'below-own-plan',
  title: ['Chậm so với kế hoạch 13 tháng của chủ đầu tư', "Behind the owner's own 13-month plan"],
  severity: 'warning',
  basis: 'managerial',
  citations: [
    ...practice(
      'Kế hoạch giải ngân từng tháng do chủ đầu tư lập',
      "The owner's own monthly plan of disbursing",
    ),
    since(
      '226/NQ-CP',
      'Nghị quyết 226/NQ-CP: kế hoạch, tiến độ và mục tiêu giải ngân từng tháng cho từng chủ đầu tư',
      'Resolution 226/NQ-CP: a monthly plan, schedule and target for each owner',
    ),
  ],
  subjects: ['project'],
  ofPace: true,
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) => {
    return [...now.ownPlans].flatMap(([projectId, cumulative]) => {
      const project = now.projects.get(projectId);
      const months = monthsOver((project && figureWeek(project.lines, now)) ?? now.week, now.planYear);
      const due = monthEnd(now.planYear, months);
      const target = cumulative[months - 1];
      if (!project || target === undefined || !thresholds({ organizationId: project.organizationId }))
        return [];
      const { name, organizationId, lines } = project;
      const { disbursed } = totalOf(lines, 'current-year');
      if (disbursed === null || disbursed >= target) return [];
      return [
        {
          subject: { kind: 'project', id: projectId, name },
          organizationId,
          projectId,
          amount: target - disbursed,
          numbers: {
            target: target.toString(),
            disbursed: disbursed.toString(),
            due,
          } satisfies NumbersOf<'below-own-plan'>,
          texts: texts(name, target, disbursed, due),
        },
      ];
    });
  },
};

/** How many of the plan year's 13 months are over on the day. */
function monthsOver(day: PlainDate, planYear: PlanYear): number {
  return (yearOf(day) - planYear) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The last day of the nth month of the plan year, counted from 1. */
function monthEnd(planYear: PlanYear, month: number): PlainDate {
  const year = planYear + Math.floor(month / 12);
  return addDays(plainDate(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`), -1);
}
