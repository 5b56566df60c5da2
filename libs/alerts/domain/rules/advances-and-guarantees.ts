import { daysBetween } from '@thongvon/kernel';
import { RECOVERED_BY_PERCENT } from '@thongvon/works-contracts';
import { aboutPart, type AlertRule, paymentDecrees, practice, since } from '../alert-rule';
import {
  advancePastClockTexts,
  contractAdvanceDueTexts,
  contractAdvancePastClockTexts,
  guaranteeExpiringTexts,
} from '../messages/capital';
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
          ...aboutPart('advance', { id, projectId, projectName, organizationId }),
          amount: outstanding,
          numbers: {
            outstanding: outstanding.toString(),
            advancedOn,
            state,
            daysLate,
          } satisfies NumbersOf<'advance-past-clock'>,
          texts: advancePastClockTexts(projectName, { outstanding, advancedOn, overdue, daysLate }),
          severity: overdue ? 'critical' : 'warning',
        },
      ];
    }),
};

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
          ...aboutPart('contract-advance', { id, projectId, projectName, organizationId }),
          amount: outstanding,
          numbers: {
            ...{ contract, contractor, state, recoverBy, daysLate },
            outstanding: outstanding.toString(),
            contractValue: contractValue.toString(),
            disbursed: disbursed?.amount.toString() ?? null,
            disbursedOn: disbursed?.on ?? null,
          } satisfies NumbersOf<'contract-advance-past-clock'>,
          texts: contractAdvancePastClockTexts(projectName, {
            ...advance,
            overdue,
            sharePercent: Number(RECOVERED_BY_PERCENT),
          }),
          severity: overdue ? 'critical' : 'warning',
        },
      ];
    }),
};

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
  byFigures: true,
  yearly: false,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.contractAdvances.flatMap(({ id, projectId, projectName, organizationId, ...advance }) => {
      const { contract, contractor, outstanding, recoverBy, overdueAfter, state } = advance;
      if (state !== 'due' || recoverBy === null || !thresholds({ organizationId })) return [];
      return [
        {
          ...aboutPart('contract-advance', { id, projectId, projectName, organizationId }),
          amount: outstanding,
          numbers: {
            ...{ contract, contractor, recoverBy, overdueAfter },
            outstanding: outstanding.toString(),
          } satisfies NumbersOf<'contract-advance-due'>,
          texts: contractAdvanceDueTexts(projectName, { contract, outstanding, recoverBy, overdueAfter }),
        },
      ];
    }),
};

/** Guarantees of advances that end soon, or have ended, before the advance is recovered. */
export const guaranteeExpiring: AlertRule = {
  id: 'guarantee-expiring',
  title: ['Bảo lãnh tạm ứng sắp hết hạn', 'Advance guarantee about to expire'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 1, 2: bảo lãnh có hiệu lực đến khi thu hồi hết tạm ứng; chủ đầu tư theo dõi thời hạn',
    'Decree 254/2025, article 9, paragraphs 1 and 2: it lives until the advance is recovered in full; the owner watches its last day',
  ),
  subjects: ['guarantee'],
  yearly: false,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày trước khi hết hạn', 'Days before it ends'],
      values: [{ fromPlanYear: 0, value: 30, origin: 'Đề xuất' }],
      min: 0,
      max: 365,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.guarantees.flatMap(
      ({ id, projectId, projectName, organizationId, contractor, amount, expiresOn }) => {
        const days = thresholds({ organizationId })?.['days'];
        const daysLeft = daysBetween(now.week, expiresOn);
        if (days === undefined || daysLeft > days) return [];
        return [
          {
            ...aboutPart('guarantee', { id, projectId, projectName, organizationId }),
            amount,
            numbers: {
              contractor,
              amount: amount.toString(),
              expiresOn,
              daysLeft,
            } satisfies NumbersOf<'guarantee-expiring'>,
            texts: guaranteeExpiringTexts(projectName, { contractor, amount, expiresOn, daysLeft }),
            severity: daysLeft < 0 ? 'critical' : 'warning',
          },
        ];
      },
    ),
};
