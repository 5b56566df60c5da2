import type { AlertRule } from '../alert-rule';
import { practice, since } from '../citations';
import { contractAdvanceDue as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';

/** Advances of contracts that by the contract itself should be recovered by now, while the law calls nobody late yet. */
export const contractAdvanceDue: AlertRule = {
  id: 'contract-advance-due',
  title: ['Tạm ứng hợp đồng đến hạn thu hồi', 'Contract advance due to be recovered'],
  severity: 'info',
  basis: 'managerial',
  citations: [
    ...practice('Ngày thu hồi ghi trong hợp đồng', "The contract's own day of recovery"),
    since(
      '254/2025',
      'Ngày thu hồi ghi trong hợp đồng; Nghị định 254/2025/NĐ-CP, Điều 9 khoản 6 chỉ tính quá hạn sau đó 3 tháng, nên đây là lời nhắc trước',
      "The contract's own day; by decree 254/2025, article 9, paragraph 6 it is overdue only 3 months later, so this is a reminder ahead",
    ),
  ],
  subjects: ['contract-advance'],
  yearly: false,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.contractAdvances.flatMap(({ id, projectId, projectName, organizationId, ...advance }) => {
      const { contract, contractor, outstanding, recoverBy, overdueAfter, state } = advance;
      if (state !== 'due' || recoverBy === null || !thresholds({ organizationId })) return [];
      return [
        {
          subject: { kind: 'contract-advance', id, name: projectName },
          organizationId,
          projectId,
          amount: outstanding,
          numbers: {
            ...{ contract, contractor, recoverBy, overdueAfter },
            outstanding: outstanding.toString(),
          } satisfies NumbersOf<'contract-advance-due'>,
          texts: texts(projectName, { contract, outstanding, recoverBy, overdueAfter }),
        },
      ];
    }),
};
