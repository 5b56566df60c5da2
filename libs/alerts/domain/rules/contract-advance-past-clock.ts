import { RECOVERED_BY_PERCENT } from '@thongvon/works-contracts';
import type { AlertRule } from '../alert-rule';
import { paymentDecrees } from '../citations';
import { contractAdvancePastClock as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';

/** Advances of contracts that should have been recovered by the share disbursed, or by the contract's day. */
export const contractAdvancePastClock: AlertRule = {
  id: 'contract-advance-past-clock',
  title: ['Tạm ứng hợp đồng quá hạn thu hồi', 'Contract advance past its recovery clock'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 5, 6: thu hồi hết khi giải ngân đạt 80 % hợp đồng; quá hạn khi quá 3 tháng từ ngày phải thu hồi theo hợp đồng',
    "Decree 254/2025, article 9, paragraphs 5 and 6: recovered in full by 80 % of the contract; overdue 3 months after the contract's day of recovery",
  ),
  subjects: ['contract-advance'],
  yearly: false,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.contractAdvances.flatMap(({ id, projectId, projectName, organizationId, ...advance }) => {
      const isPast = advance.state === 'past-share' || advance.state === 'overdue';
      if (!isPast || !thresholds({ organizationId })) return [];
      const { contract, contractor, outstanding, contractValue, disbursed, recoverBy, state, daysLate } =
        advance;
      const overdue = state === 'overdue';
      return [
        {
          subject: { kind: 'contract-advance', id, name: projectName },
          organizationId,
          projectId,
          amount: outstanding,
          numbers: {
            ...{ contract, contractor, state, recoverBy, daysLate },
            outstanding: outstanding.toString(),
            contractValue: contractValue.toString(),
            disbursed: disbursed?.amount.toString() ?? null,
            disbursedOn: disbursed?.on ?? null,
          } satisfies NumbersOf<'contract-advance-past-clock'>,
          texts: texts(projectName, { ...advance, overdue, sharePercent: Number(RECOVERED_BY_PERCENT) }),
          severity: overdue ? 'critical' : 'warning',
        },
      ];
    }),
};
