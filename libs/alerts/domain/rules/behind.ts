import { formatRate, type PlainDate, sumDong } from '@thongvon/kernel';
import { type AlertRule, type Firing, practice, type Situation } from '../alert-rule';
import {
  day,
  DISBURSED,
  figure,
  IGNORED,
  type NumbersOf,
  percent,
  PLANNED,
  type Rate,
  type RuleNumbers,
  spentOfPlan,
  type Texts,
} from '../rule-words';
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
import { type Total, totalOf } from '../week-facts';

const BELOW_AVERAGE_NUMBERS = {
  planned: PLANNED,
  disbursed: DISBURSED,
  average: figure.rate('Bình quân chung', 'The average'),
  points: IGNORED,
} satisfies RuleNumbers;

/**
 * Projects and offices below the average of the whole that they belong to, by figures of the same week: older ones are compared
 * with nothing that came after them.
 */
export const belowAverage: AlertRule<'below-average', keyof typeof BELOW_AVERAGE_NUMBERS> = {
  id: 'below-average',
  title: ['Dưới bình quân chung', 'Below the average'],
  severity: 'info',
  basis: 'managerial',
  citations: practice(
    'So với bình quân chung, mốc so sánh thường dùng trong các thông báo giao ban giải ngân',
    'Compared with the average, as notices on disbursement usually do',
  ),
  subjects: ['organization', 'project'],
  judges: 'pace',
  bySource: false,
  numbers: BELOW_AVERAGE_NUMBERS,
  waits: null,
  warnsOf: 'below-quarter-target',
  asks: null,
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
      } satisfies NumbersOf<typeof BELOW_AVERAGE_NUMBERS>,
      texts: belowAverageTexts(subject.name, rate, average, points),
    },
  ];
}

const BELOW_LAST_YEAR_NUMBERS = {
  planned: PLANNED,
  disbursed: DISBURSED,
  before: figure.rate('Cùng kỳ năm trước', 'The year before'),
  on: figure.date('Ngày so sánh', 'Compared with'),
  points: IGNORED,
} satisfies RuleNumbers;

/**
 * Offices whose rate is behind that of the same day a year ago. The day is that of the newest figures' week; an office whose
 * figures are older isn't compared with it.
 */
export const belowLastYear: AlertRule<'below-last-year', keyof typeof BELOW_LAST_YEAR_NUMBERS> = {
  id: 'below-last-year',
  title: ['Thấp hơn cùng kỳ năm trước', 'Behind the year before'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'So với cùng kỳ năm trước, như các báo cáo giải ngân hằng tháng của Bộ Tài chính',
    'Compared with the same time of the year before, as the monthly reports of the Ministry of Finance do',
  ),
  subjects: ['organization'],
  judges: 'pace',
  bySource: false,
  numbers: BELOW_LAST_YEAR_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: null,
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
          } satisfies NumbersOf<typeof BELOW_LAST_YEAR_NUMBERS>,
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

/** `points` below the average are let pass. */
function belowAverageTexts(name: string, rate: Rate, average: Rate, points: number): Texts {
  const [vi, en] = spentOfPlan(rate);
  const mean = percent(average.disbursed, average.planned);
  const margin: Texts = points > 0 ? [` quá ${points} điểm %`, ` by more than ${points} points`] : ['', ''];
  return [
    `${name}: ${vi}, thấp hơn bình quân chung ${mean.vi}${margin[0]}.`,
    `${name}: ${en}, below the overall average of ${mean.en}${margin[1]}.`,
  ];
}

/** `before`: what had been reached by the same day of the year before, `on`. */
function belowLastYearTexts(name: string, rate: Rate, before: Rate, on: PlainDate): Texts {
  const [vi, en] = spentOfPlan(rate);
  const [was, then] = [percent(before.disbursed, before.planned), day(on)];
  return [
    `${name}: ${vi}, thấp hơn cùng kỳ năm trước (${was.vi} đến ngày ${then.vi}).`,
    `${name}: ${en}, behind the year before (${was.en} by ${then.en}).`,
  ];
}
