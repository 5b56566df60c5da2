import {
  addDays,
  type Dong,
  lastDay,
  plainDate,
  type PlainDate,
  type PlanYear,
  yearOf,
} from '@thongvon/kernel';
import { aboutProject, type AlertRule, practice, since } from '../alert-rule';
import {
  day,
  DEADLINE,
  DISBURSED,
  figure,
  money,
  type NumbersOf,
  PLANNED,
  type RuleNumbers,
  type Texts,
} from '../rule-words';
import { figureWeek, isBelow } from '../totals-and-rates';
import { totalOf } from '../week-facts';

const BELOW_OWN_PLAN_NUMBERS = {
  target: figure.amount('Kế hoạch của chủ đầu tư đến hết tháng', "The owner's plan to the end of the month"),
  disbursed: DISBURSED,
  due: figure.date('Hết tháng', 'End of the month'),
} satisfies RuleNumbers;

/** Projects that have disbursed less than their owner's own plan says for the last month that was over in their figures' week. */
export const belowOwnPlan: AlertRule<'below-own-plan', keyof typeof BELOW_OWN_PLAN_NUMBERS> = {
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
  judges: 'pace',
  bySource: false,
  numbers: BELOW_OWN_PLAN_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: null,
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
      const { name, lines } = project;
      const { disbursed } = totalOf(lines, 'current-year');
      if (disbursed === null || disbursed >= target) return [];
      return [
        {
          ...aboutProject(project),
          amount: target - disbursed,
          numbers: {
            target: target.toString(),
            disbursed: disbursed.toString(),
            due,
          } satisfies NumbersOf<typeof BELOW_OWN_PLAN_NUMBERS>,
          texts: belowOwnPlanTexts(name, target, disbursed, due),
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

/** `target`: what the owner planned to have disbursed by `due`. Whole đồng. */
function belowOwnPlanTexts(name: string, target: Dong, disbursed: Dong, due: PlainDate): Texts {
  const [wanted, part, short, by] = [money(target), money(disbursed), money(target - disbursed), day(due)];
  return [
    `${name}: giải ngân ${part.vi}, chậm ${short.vi} so với ${wanted.vi} mà chủ đầu tư đăng ký đến ngày ${by.vi}.`,
    `${name}: ${part.en} disbursed, ${short.en} behind the ${wanted.en} that its owner planned by ${by.en}.`,
  ];
}

const ESTIMATE_BELOW_PLAN_NUMBERS = {
  planned: PLANNED,
  estimate: figure.amount('Chủ đầu tư ước đến hạn', "The owner's estimate"),
  on: figure.date('Ước của ngày', 'Estimate of'),
  deadline: DEADLINE,
} satisfies RuleNumbers;

/** Projects whose owner says that the plan won't be spent by 31/1. What is below the sum disbursed already is no estimate. */
export const estimateBelowPlan: AlertRule<'estimate-below-plan', keyof typeof ESTIMATE_BELOW_PLAN_NUMBERS> = {
  id: 'estimate-below-plan',
  title: ['Ước giải ngân đến 31/1 thấp hơn kế hoạch', "The owner's estimate to 31/1 is below the plan"],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Kế hoạch trừ ước giải ngân đến 31/1 do chủ đầu tư xác nhận: danh mục đề nghị điều chuyển',
    'Plan less the estimate to 31/1 that the owner confirms: what to move',
  ),
  subjects: ['project'],
  judges: 'pace',
  bySource: false,
  numbers: ESTIMATE_BELOW_PLAN_NUMBERS,
  waits: null,
  warnsOf: 'below-quarter-target',
  asks: null,
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
          } satisfies NumbersOf<typeof ESTIMATE_BELOW_PLAN_NUMBERS>,
          texts: estimateBelowPlanTexts(name, { planned, estimate, on }, deadline),
        },
      ];
    }),
};

/** The owner expects less than the plan by the last day. Whole đồng. */
function estimateBelowPlanTexts(
  name: string,
  { planned, estimate, on }: { planned: Dong; estimate: Dong; on: PlainDate },
  deadline: PlainDate,
): Texts {
  const [of, said, move, date, by] = [
    money(planned),
    money(estimate),
    money(planned - estimate),
    day(on),
    day(deadline),
  ];
  return [
    `${name}: theo báo cáo ngày ${date.vi}, chủ đầu tư ước đến ${by.vi} giải ngân ${said.vi} trên kế hoạch năm ${of.vi}; đề nghị điều chuyển ${move.vi}.`,
    `${name}: by its return of ${date.en} the owner expects ${said.en} of this year's plan of ${of.en} to be disbursed by ${by.en}. To move: ${move.en}.`,
  ];
}
