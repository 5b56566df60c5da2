import { daysBetween, type Dong, type PlainDate, plainDate } from '@thongvon/kernel';
import { aboutPart, aboutProject, type AlertRule, paymentDecrees, practice } from '../alert-rule';
import {
  day,
  DAYS_LEFT,
  figure,
  money,
  type NumbersOf,
  OUTSTANDING,
  type RuleNumbers,
  SAID_BY_TEXT,
  type Texts,
} from '../rule-words';
import { totalOf } from '../week-facts';

const ADVANCE_PAST_CLOCK_NUMBERS = {
  outstanding: OUTSTANDING,
  advancedOn: figure.date('Ngày tạm ứng', 'Advanced on'),
  state: SAID_BY_TEXT,
  daysLate: figure.days('Quá hạn', 'Past it by'),
} satisfies RuleNumbers;

/** Compensation advances whose papers are late, or whose balance should have gone back. */
export const advancePastClock: AlertRule<'advance-past-clock', keyof typeof ADVANCE_PAST_CLOCK_NUMBERS> = {
  id: 'advance-past-clock',
  title: ['Tạm ứng bồi thường quá hạn thu hồi', 'Compensation advance past its recovery clock'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 5, 6: thủ tục trong 30 ngày; quá 3 tháng phải nộp lại',
    'Decree 254/2025, article 9, paragraphs 5 and 6: papers within 30 days, the balance back after 3 months',
  ),
  subjects: ['advance'],
  judges: 'facts',
  bySource: false,
  numbers: ADVANCE_PAST_CLOCK_NUMBERS,
  waits: { number: 'daysLate', days: 1 },
  warnsOf: null,
  asks: {
    rung: 'neglected',
    place: 2,
    words: ['thu hồi tạm ứng quá hạn.', 'recover the overdue advance.'],
    isPast: true,
    page: 'project',
  },
  yearly: false,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.advances.flatMap(({ id, projectId, projectName, organizationId, ...advance }) => {
      if (advance.state === 'running' || !thresholds({ organizationId })) return [];
      const { outstanding, advancedOn, state, daysLate } = advance;
      const overdue = state === 'overdue';
      return [
        {
          ...aboutPart('advance', { id, projectId, projectName, organizationId }),
          amount: outstanding,
          numbers: {
            outstanding: outstanding.toString(),
            advancedOn,
            state,
            daysLate,
          } satisfies NumbersOf<typeof ADVANCE_PAST_CLOCK_NUMBERS>,
          texts: advancePastClockTexts(projectName, { outstanding, advancedOn, overdue, daysLate }),
          severity: overdue ? 'critical' : 'warning',
        },
      ];
    }),
};

/** A compensation advance whose papers are late or, `overdue`, whose balance should have gone back. */
function advancePastClockTexts(
  name: string,
  advance: { outstanding: Dong; advancedOn: PlainDate; overdue: boolean; daysLate: number },
): Texts {
  const [out, on] = [money(advance.outstanding), day(advance.advancedOn)];
  return advance.overdue
    ? [
        `${name}: tạm ứng bồi thường ngày ${on.vi} còn ${out.vi} quá 3 tháng chưa chi trả, quá hạn ${advance.daysLate} ngày; phải nộp lại tài khoản của chủ đầu tư tại Kho bạc.`,
        `${name}: of the compensation advance of ${on.en}, ${out.en} are unpaid after 3 months, ${advance.daysLate} days late; the balance goes back to the owner's Treasury account.`,
      ]
    : [
        `${name}: tạm ứng bồi thường ngày ${on.vi} còn ${out.vi} quá 30 ngày chưa làm thủ tục thu hồi, quá hạn ${advance.daysLate} ngày.`,
        `${name}: of the compensation advance of ${on.en}, ${out.en} have no papers after 30 days, ${advance.daysLate} days late.`,
      ];
}

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
    isPast: false,
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
