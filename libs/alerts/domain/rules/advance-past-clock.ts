import type { AlertRule } from '../alert-rule';
import { paymentDecrees } from '../citations';
import { advancePastClock as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';

/** Compensation advances whose papers are late, or whose balance should have gone back. */
export const advancePastClock: AlertRule = {
  id: 'advance-past-clock',
  title: ['Tạm ứng bồi thường quá hạn thu hồi', 'Compensation advance past its recovery clock'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 5, 6: thủ tục trong 30 ngày; quá 3 tháng phải nộp lại',
    'Decree 254/2025, article 9, paragraphs 5 and 6: papers within 30 days, the balance back after 3 months',
  ),
  subjects: ['advance'],
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
          subject: { kind: 'advance', id, name: projectName },
          organizationId,
          projectId,
          amount: outstanding,
          numbers: {
            outstanding: outstanding.toString(),
            advancedOn,
            state,
            daysLate,
          } satisfies NumbersOf<'advance-past-clock'>,
          texts: texts(projectName, { outstanding, advancedOn, overdue, daysLate }),
          severity: overdue ? 'critical' : 'warning',
        },
      ];
    }),
};
