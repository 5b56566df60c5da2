import { addDays, daysBetween, type Dong, isPaceTooOld, plainDate, type PlainDate } from '@thongvon/kernel';
import { aboutProject, type AlertRule, practice, type Situation } from '../alert-rule';
import {
  day,
  DISBURSED,
  figure,
  money,
  type NumbersOf,
  PLANNED,
  type Rate,
  type RuleNumbers,
  spentOfPlan,
  type Texts,
} from '../rule-words';
import { figureWeek, weeksBefore, weeksEarlier } from '../totals-and-rates';
import { completedOf, figureDate, type ProjectFacts, totalOf } from '../week-facts';

const NO_MOVEMENT_NUMBERS = {
  planned: PLANNED,
  disbursed: DISBURSED,
  since: figure.date('Không đổi từ số ngày', 'Unchanged since the figure of'),
  weeks: figure.weeks('Đã không đổi', 'Unchanged for'),
} satisfies RuleNumbers;

/**
 * Projects whose reported sum has stood still for so many weeks, counted from figure to figure: of a project that
 * nobody reports, nobody knows whether it moves.
 */
export const noMovement: AlertRule<'no-movement', keyof typeof NO_MOVEMENT_NUMBERS> = {
  id: 'no-movement',
  title: ['Không phát sinh giải ngân', 'Nothing was disbursed'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Dự án không phát sinh giải ngân n tuần liền', 'Projects without movement for n weeks'),
  subjects: ['project'],
  judges: 'pace',
  bySource: false,
  numbers: NO_MOVEMENT_NUMBERS,
  waits: { number: 'weeks', days: 7 },
  warnsOf: 'below-quarter-target',
  asks: {
    rung: 'slow-capital',
    place: 3,
    words: ['cam kết tiến độ hoặc điều chuyển.', 'commit to a schedule, or move it.'],
    isPast: false,
    page: 'project',
  },
  yearly: true,
  thresholds: [
    {
      key: 'weeks',
      unit: 'weeks',
      label: ['Số tuần không đổi', 'Weeks without change'],
      values: [{ fromPlanYear: 0, value: 4, origin: 'Đề xuất' }],
      min: 1,
      max: 26,
    },
  ],
  // A week more: figures are a few days older than the week that they are frozen in.
  weeksBack: ({ weeks = 0 }) => weeksBefore(weeks + 1),
  evaluate: (situation) =>
    [...situation.now.projects.values()].flatMap((project) => {
      const { id, name, organizationId, lines } = project;
      const weeks = situation.thresholds({ organizationId })?.['weeks'];
      const { planned, disbursed } = totalOf(lines, 'current-year');
      const asOf = figureDate(lines, 'current-year');
      if (weeks === undefined || planned === null || disbursed === null || asOf === null) return [];
      if (isPaceTooOld(asOf, situation.now.week)) return [];
      const since = standingSince(situation, project, weeks + 1);
      const stood = since === null ? 0 : Math.floor(daysBetween(since, asOf) / 7);
      if (since === null || stood < weeks || disbursed >= planned) return [];
      return [
        {
          ...aboutProject({ id, name, organizationId }),
          amount: planned - disbursed,
          numbers: {
            planned: planned.toString(),
            disbursed: disbursed.toString(),
            since,
            weeks: stood,
          } satisfies NumbersOf<typeof NO_MOVEMENT_NUMBERS>,
          texts: noMovementTexts(name, { planned, disbursed }, since, stood),
        },
      ];
    }),
};

/** The date of the earliest figure, in so many weeks before that of its figures, from which on the sum has been what it is. */
function standingSince(
  { now, before }: Situation,
  { id, lines }: ProjectFacts,
  weeks: number,
): PlainDate | null {
  const { disbursed } = totalOf(lines, 'current-year');
  const start = addDays(figureWeek(lines, now) ?? now.week, -7 * weeks);
  let since = figureDate(lines, 'current-year');
  for (const week of before) {
    if (week.week < start) break;
    const earlier = week.projects.get(id);
    if (!earlier || totalOf(earlier.lines, 'current-year').disbursed !== disbursed) break;
    since = figureDate(earlier.lines, 'current-year') ?? since;
  }
  return since;
}

const NOTHING_AFTER_FIRST_QUARTER_NUMBERS = { planned: PLANNED, disbursed: DISBURSED } satisfies RuleNumbers;

/** Projects with a plan of which a report from after the first quarter says that nothing is disbursed. "Not reported" is not zero. */
export const nothingAfterFirstQuarter: AlertRule<
  'nothing-after-first-quarter',
  keyof typeof NOTHING_AFTER_FIRST_QUARTER_NUMBERS
> = {
  id: 'nothing-after-first-quarter',
  title: ['Hết quý I chưa giải ngân', '0 % after the first quarter'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Dự án chưa giải ngân được nêu tên trong các cuộc giao ban',
    'Projects without any disbursement are named in reviews',
  ),
  subjects: ['project'],
  judges: 'pace',
  bySource: false,
  numbers: NOTHING_AFTER_FIRST_QUARTER_NUMBERS,
  waits: null,
  warnsOf: 'below-quarter-target',
  asks: {
    rung: 'slow-capital',
    place: 1,
    words: ['ngày giải ngân đầu tiên hoặc điều chuyển.', 'the day of the first disbursement, or move it.'],
    isPast: false,
    page: 'project',
  },
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) => {
    const quarterEnd = plainDate(`${now.planYear}-03-31`);
    return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
      const { planned, disbursed } = totalOf(lines, 'current-year');
      if (!thresholds({ organizationId }) || planned === null || planned <= 0n || disbursed !== 0n) return [];
      if ((figureWeek(lines, now) ?? quarterEnd) <= quarterEnd) return [];
      return [
        {
          ...aboutProject({ id, name, organizationId }),
          amount: planned,
          numbers: {
            planned: planned.toString(),
            disbursed: '0',
          } satisfies NumbersOf<typeof NOTHING_AFTER_FIRST_QUARTER_NUMBERS>,
          texts: nothingDisbursedTexts(name, planned),
        },
      ];
    });
  },
};

const HANDED_OVER_WITHOUT_VOLUME_NUMBERS = {
  completed: figure.amount('Thanh toán khối lượng hoàn thành', 'Paid completed work', 'completed'),
  completedBefore: figure.amount('Của các tuần trước', 'In the weeks before'),
  weeks: figure.weeks('Số tuần đã xét', 'Weeks looked at'),
} satisfies RuleNumbers;

/**
 * Projects whose whole site has been handed over for so many weeks without any more completed work being paid, as their reports
 * say: of a project that nobody reports, nobody knows whether it works.
 */
export const handedOverWithoutVolume: AlertRule<
  'handed-over-without-volume',
  keyof typeof HANDED_OVER_WITHOUT_VOLUME_NUMBERS
> = {
  id: 'handed-over-without-volume',
  title: ['Đã bàn giao mặt bằng, không có khối lượng', 'Handed over, no volume'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Nhà thầu đình trệ: không nghiệm thu n tuần trong khi mặt bằng đã giao',
    'Contractors stalled: no volume accepted in n weeks while the site is handed over',
  ),
  subjects: ['project'],
  judges: 'facts',
  bySource: false,
  numbers: HANDED_OVER_WITHOUT_VOLUME_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: {
    rung: 'neglected',
    place: 4,
    words: [
      'nhà thầu thi công lại, nghiệm thu khối lượng.',
      'the contractor works again, volume is accepted.',
    ],
    isPast: false,
    page: 'project',
  },
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
          ...aboutProject({ id, name, organizationId }),
          amount: null,
          numbers: {
            completed: completed.toString(),
            completedBefore: then.toString(),
            weeks,
          } satisfies NumbersOf<typeof HANDED_OVER_WITHOUT_VOLUME_NUMBERS>,
          texts: handedOverWithoutVolumeTexts(name, completed, weeks),
        },
      ];
    }),
};

/** The sum has stood as it is since the figure of a day, for so many weeks. */
function noMovementTexts(name: string, rate: Rate, since: PlainDate, weeks: number): Texts {
  const [vi, en] = spentOfPlan(rate);
  const from = day(since);
  return [
    `${name}: ${vi}; số này không đổi từ ngày ${from.vi}, ${weeks} tuần.`,
    `${name}: ${en}; unchanged since ${from.en}, for ${weeks} weeks.`,
  ];
}

/** Nothing is disbursed of this year's plan of so many đồng. */
function nothingDisbursedTexts(name: string, planned: Dong): Texts {
  const of = money(planned);
  return [
    `${name}: đã hết quý I mà chưa giải ngân đồng nào trên kế hoạch năm ${of.vi}.`,
    `${name}: the first quarter is over and nothing is disbursed of this year's plan of ${of.en}.`,
  ];
}

/** The site is handed over, and paid completed work has stood still for so many weeks. */
function handedOverWithoutVolumeTexts(name: string, completed: Dong, weeks: number): Texts {
  const done = money(completed);
  return [
    `${name}: đã bàn giao toàn bộ mặt bằng nhưng khối lượng hoàn thành được thanh toán vẫn ${done.vi}, không tăng ${weeks} tuần.`,
    `${name}: the whole site is handed over, yet the paid completed work has stayed at ${done.en} for ${weeks} weeks.`,
  ];
}
