import { daysBetween, type Dong, plainDate, type PlainDate } from '@thongvon/kernel';
import { aboutProject, type AlertRule, practice } from '../alert-rule';
import { day, DAYS_LEFT, figure, money, type NumbersOf, type RuleNumbers, type Texts } from '../rule-words';
import { totalOf } from '../week-facts';

const CARRY_OVER_LAPSING_NUMBERS = {
  planned: figure.amount('Kế hoạch vốn kéo dài', 'Carried-over plan', 'planned'),
  disbursed: figure.amount('Đã giải ngân của vốn kéo dài', 'Disbursed of it', 'disbursed'),
  lapsesOn: figure.date('Hết hạn', 'Lapses on'),
  daysLeft: DAYS_LEFT,
} satisfies RuleNumbers;

/** Capital carried over from earlier years that is not disbursed as its last day comes near. */
export const carryOverLapsing: AlertRule<'carry-over-lapsing', keyof typeof CARRY_OVER_LAPSING_NUMBERS> = {
  id: 'carry-over-lapsing',
  title: ['Vốn kéo dài sắp hết hạn', 'Carried-over capital about to lapse'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Vốn kéo dài thường được phép đến 31/12; thời hạn do cấp có thẩm quyền quyết định',
    'Carried-over capital may usually be spent until 31/12; the competent level decides',
  ),
  subjects: ['project'],
  judges: 'facts',
  bySource: false,
  numbers: CARRY_OVER_LAPSING_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: {
    rung: 'slow-capital',
    place: 4,
    words: ['giải ngân trước hạn hoặc nộp trả vốn kéo dài.', 'disburse before it lapses, or give it back.'],
    caption: 'other',
    page: 'project',
  },
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
          } satisfies NumbersOf<typeof CARRY_OVER_LAPSING_NUMBERS>,
          texts: carryOverLapsingTexts(name, planned, disbursed, last),
        },
      ];
    });
  },
};

/** Carried-over capital that lapses after the day `last`; `disbursed` null: not reported. */
function carryOverLapsingTexts(name: string, planned: Dong, disbursed: Dong | null, last: PlainDate): Texts {
  const [of, until] = [money(planned), day(last)];
  if (disbursed === null)
    return [
      `${name}: vốn kéo dài ${of.vi} hết hạn ngày ${until.vi}, chưa có số giải ngân.`,
      `${name}: carried-over capital of ${of.en} lapses on ${until.en}; nothing is reported of it.`,
    ];
  const left = money(planned - disbursed);
  return [
    `${name}: còn ${left.vi} vốn kéo dài (trên ${of.vi}) chưa giải ngân, hết hạn ngày ${until.vi}.`,
    `${name}: ${left.en} of carried-over capital (of ${of.en}) are not disbursed and lapse on ${until.en}.`,
  ];
}
