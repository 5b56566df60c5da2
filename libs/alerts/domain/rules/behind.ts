import {
  addDays,
  formatRate,
  type PlainDate,
  plainDate,
  type PlanYear,
  sumDong,
  yearOf,
} from '@thongvon/kernel';
import { aboutProject, type AlertRule, type Firing, practice, since, type Situation } from '../alert-rule';
import {
  figureWeek,
  figureWeekByOrganization,
  isBelowBy,
  type KnownRate,
  lineage,
  newestFigureWeek,
  rateOf,
  totalsByOrganization,
} from '../totals-and-rates';
import type { NumbersOf } from '../messages/numbers';
import { belowAverageTexts, belowLastYearTexts, belowOwnPlanTexts } from '../messages/rates';
import { type Total, totalOf } from '../week-facts';

/**
 * Projects and offices below the average of the whole that they belong to, by figures of the same week: older ones are compared
 * with nothing that came after them.
 */
export const belowAverage: AlertRule = {
  id: 'below-average',
  title: ['Dưới bình quân chung', 'Below the average'],
  severity: 'info',
  basis: 'managerial',
  citations: practice(
    'So với bình quân chung, mốc so sánh thường dùng trong các thông báo giao ban giải ngân',
    'Compared with the average, as notices on disbursement usually do',
  ),
  subjects: ['organization', 'project'],
  ofPace: true,
  yearly: true,
  thresholds: [
    {
      key: 'points',
      unit: 'percent',
      label: ['Số điểm % dưới bình quân được bỏ qua', 'Points below the average that are let pass'],
      values: [{ fromPlanYear: 0, value: 0, origin: 'Đề xuất' }],
      min: 0,
      max: 100,
    },
  ],
  weeksBack: () => 0,
  evaluate: (situation) => {
    const { now } = situation;
    const totals = totalsByOrganization(now);
    const newest = figureWeekByOrganization(now);
    const averageOf = (organizationId: string, week: PlainDate | null | undefined): KnownRate | undefined => {
      const root = lineage(now, organizationId).at(-1);
      return root === undefined || newest.get(root) !== week ? undefined : rateOf(totals.get(root));
    };
    const offices = [...totals].flatMap(([id, total]) => {
      const name = now.organizations.get(id)?.name ?? '';
      return fire(situation, { kind: 'organization', id, name }, id, total, averageOf(id, newest.get(id)));
    });
    const projects = [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) =>
      fire(
        situation,
        { kind: 'project', id, name },
        organizationId,
        totalOf(lines, 'current-year'),
        averageOf(organizationId, figureWeek(lines, now)),
      ),
    );
    return [...offices, ...projects];
  },
};

function fire(
  { thresholds }: Situation,
  subject: Firing['subject'],
  organizationId: string,
  total: Total,
  average: KnownRate | undefined,
): Firing[] {
  const points = thresholds({ organizationId })?.['points'];
  const rate = rateOf(total);
  if (points === undefined || !rate || !average || !isBelowBy(rate, average, points)) return [];
  return [
    {
      subject,
      organizationId,
      projectId: subject.kind === 'project' ? subject.id : null,
      amount: rate.planned - rate.disbursed,
      numbers: {
        planned: rate.planned.toString(),
        disbursed: rate.disbursed.toString(),
        average: formatRate(average.disbursed, average.planned),
        points,
      } satisfies NumbersOf<'below-average'>,
      texts: belowAverageTexts(subject.name, rate, average, points),
    },
  ];
}

/**
 * Offices whose rate is behind that of the same day a year ago. The day is that of the newest figures' week; an office whose
 * figures are older isn't compared with it.
 */
export const belowLastYear: AlertRule = {
  id: 'below-last-year',
  title: ['Thấp hơn cùng kỳ năm trước', 'Behind the year before'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'So với cùng kỳ năm trước, như các báo cáo giải ngân hằng tháng của Bộ Tài chính',
    'Compared with the same time of the year before, as the monthly reports of the Ministry of Finance do',
  ),
  subjects: ['organization'],
  ofPace: true,
  yearly: true,
  thresholds: [
    {
      key: 'points',
      unit: 'percent',
      label: ['Số điểm % thấp hơn được bỏ qua', 'Points behind that are let pass'],
      values: [{ fromPlanYear: 0, value: 5, origin: 'Đề xuất' }],
      min: 0,
      max: 100,
    },
  ],
  weeksBack: () => 0,
  evaluate: (situation) => {
    const { now, thresholds } = situation;
    const earlier = ratesOfYearBefore(situation);
    const weeks = figureWeekByOrganization(now);
    const newest = newestFigureWeek(now.projects.values(), now);
    return [...totalsByOrganization(now)].flatMap(([organizationId, total]) => {
      const points = thresholds({ organizationId })?.['points'];
      const [rate, before] = [rateOf(total), earlier.get(organizationId)];
      if (points === undefined || !rate || !before || weeks.get(organizationId) !== newest) return [];
      if (!isBelowBy(rate, before, points)) return [];
      const name = now.organizations.get(organizationId)?.name ?? '';
      return [
        {
          subject: { kind: 'organization', id: organizationId, name },
          organizationId,
          projectId: null,
          amount: rate.planned - rate.disbursed,
          numbers: {
            planned: rate.planned.toString(),
            disbursed: rate.disbursed.toString(),
            before: formatRate(before.disbursed, before.planned),
            on: now.yearBefore.on,
            points,
          } satisfies NumbersOf<'below-last-year'>,
          texts: belowLastYearTexts(name, rate, before, now.yearBefore.on),
        },
      ];
    });
  },
};

/** By figures of the system, each holder's with all below it; where it has none, as entered by a person. */
function ratesOfYearBefore({ now }: Situation): ReadonlyMap<string, KnownRate> {
  const { figures, entered } = now.yearBefore;
  const totals = new Map<string, Total>();
  for (const { organizationId, planned, disbursed } of figures) {
    for (const id of lineage(now, organizationId)) {
      const sum = totals.get(id);
      totals.set(id, {
        planned: sumDong([sum?.planned ?? null, planned]),
        disbursed: sumDong([sum?.disbursed ?? null, disbursed]),
      });
    }
  }
  const rates = new Map<string, KnownRate>();
  for (const [id, total] of [...entered, ...totals]) {
    const rate = rateOf(total);
    if (rate) rates.set(id, rate);
  }
  return rates;
}

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
          } satisfies NumbersOf<'below-own-plan'>,
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
