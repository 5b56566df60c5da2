import type { Dong, PlainDate } from '@thongvon/kernel';
import { aboutPart, type AlertRule, paymentDecrees } from '../alert-rule';
import {
  day,
  figure,
  money,
  type NumbersOf,
  OUTSTANDING,
  type RuleNumbers,
  SAID_BY_TEXT,
  type Texts,
} from '../rule-words';

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
    caption: 'other',
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
