import { daysBetween, type Dong, type PlainDate } from '@thongvon/kernel';
import { RECOVERED_BY_PERCENT } from '@thongvon/works-contracts';
import { aboutPart, type AlertRule, paymentDecrees, practice, since } from '../alert-rule';
import {
  day,
  figure,
  money,
  type NumbersOf,
  OUTSTANDING,
  percent,
  type RuleNumbers,
  SAID_BY_TEXT,
  type Texts,
  threshold,
} from '../rule-words';

const CONTRACT_ADVANCE_PAST_CLOCK_NUMBERS = {
  contract: figure.name('Hợp đồng', 'Contract'),
  contractor: figure.name('Nhà thầu', 'Contractor'),
  contractValue: figure.amount('Giá trị hợp đồng (mẫu số)', 'Contract value (the denominator)'),
  disbursed: figure.amount('Hợp đồng đã giải ngân', 'Disbursed of the contract'),
  disbursedOn: figure.date('Số đến ngày', 'Figures of'),
  outstanding: OUTSTANDING,
  recoverBy: figure.date('Ngày phải thu hồi theo hợp đồng', "The contract's day of recovery"),
  state: SAID_BY_TEXT,
  daysLate: SAID_BY_TEXT,
} satisfies RuleNumbers;

/** Advances of contracts that should have been recovered by the share disbursed, or by the contract's day. */
export const contractAdvancePastClock: AlertRule<
  'contract-advance-past-clock',
  keyof typeof CONTRACT_ADVANCE_PAST_CLOCK_NUMBERS
> = {
  id: 'contract-advance-past-clock',
  title: ['Tạm ứng hợp đồng quá hạn thu hồi', 'Contract advance past its recovery clock'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 5, 6: thu hồi hết khi giải ngân đạt 80 % hợp đồng; quá hạn khi quá 3 tháng từ ngày phải thu hồi theo hợp đồng',
    "Decree 254/2025, article 9, paragraphs 5 and 6: recovered in full by 80 % of the contract; overdue 3 months after the contract's day of recovery",
  ),
  subjects: ['contract-advance'],
  judges: 'facts',
  bySource: false,
  numbers: CONTRACT_ADVANCE_PAST_CLOCK_NUMBERS,
  waits: { number: 'daysLate', days: 1 },
  warnsOf: null,
  asks: {
    rung: 'neglected',
    place: 3,
    words: [
      'thu hồi tạm ứng hợp đồng hoặc yêu cầu thực hiện bảo lãnh.',
      'recover the advance, or call the guarantee.',
    ],
    isPast: true,
    page: 'contracts',
  },
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
          } satisfies NumbersOf<typeof CONTRACT_ADVANCE_PAST_CLOCK_NUMBERS>,
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

const CONTRACT_ADVANCE_DUE_NUMBERS = {
  contract: figure.name('Hợp đồng', 'Contract'),
  contractor: figure.name('Nhà thầu', 'Contractor'),
  outstanding: OUTSTANDING,
  recoverBy: figure.date('Ngày phải thu hồi theo hợp đồng', "The contract's day of recovery"),
  overdueAfter: figure.date('Quá hạn sau ngày', 'Overdue after'),
} satisfies RuleNumbers;

/** Advances of contracts that by the contract itself should be recovered by now, while the law calls nobody late yet. */
export const contractAdvanceDue: AlertRule<
  'contract-advance-due',
  keyof typeof CONTRACT_ADVANCE_DUE_NUMBERS
> = {
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
  judges: 'figures',
  bySource: false,
  numbers: CONTRACT_ADVANCE_DUE_NUMBERS,
  waits: null,
  warnsOf: 'contract-advance-past-clock',
  asks: null,
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
          } satisfies NumbersOf<typeof CONTRACT_ADVANCE_DUE_NUMBERS>,
          texts: contractAdvanceDueTexts(projectName, { contract, outstanding, recoverBy, overdueAfter }),
        },
      ];
    }),
};

const GUARANTEE_EXPIRING_NUMBERS = {
  contractor: figure.name('Nhà thầu', 'Contractor'),
  amount: figure.amount('Giá trị bảo lãnh', 'Guaranteed'),
  expiresOn: figure.date('Hết hạn', 'Ends on'),
  daysLeft: SAID_BY_TEXT,
} satisfies RuleNumbers;

/** Guarantees of advances that end soon, or have ended, before the advance is recovered. */
export const guaranteeExpiring: AlertRule<'guarantee-expiring', keyof typeof GUARANTEE_EXPIRING_NUMBERS> = {
  id: 'guarantee-expiring',
  title: ['Bảo lãnh tạm ứng sắp hết hạn', 'Advance guarantee about to expire'],
  severity: 'warning',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 9 khoản 1, 2: bảo lãnh có hiệu lực đến khi thu hồi hết tạm ứng; chủ đầu tư theo dõi thời hạn',
    'Decree 254/2025, article 9, paragraphs 1 and 2: it lives until the advance is recovered in full; the owner watches its last day',
  ),
  subjects: ['guarantee'],
  judges: 'facts',
  bySource: false,
  numbers: GUARANTEE_EXPIRING_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: null,
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
            } satisfies NumbersOf<typeof GUARANTEE_EXPIRING_NUMBERS>,
            texts: guaranteeExpiringTexts(projectName, { contractor, amount, expiresOn, daysLeft }),
            severity: daysLeft < 0 ? 'critical' : 'warning',
          },
        ];
      },
    ),
};

/** Past the share of the contract by which it must be recovered, or (`overdue`) past the clock of the contract's day. */
function contractAdvancePastClockTexts(
  name: string,
  advance: {
    readonly contract: string;
    readonly outstanding: Dong;
    readonly contractValue: Dong;
    readonly disbursed: { readonly amount: Dong; readonly on: PlainDate } | null;
    readonly recoverBy: PlainDate | null;
    /** By which share of the contract it must be recovered. */
    readonly sharePercent: number;
    readonly overdue: boolean;
    readonly daysLate: number;
  },
): Texts {
  const { contract, disbursed, recoverBy, daysLate } = advance;
  const out = money(advance.outstanding);
  const start: Texts = [
    `${name}: tạm ứng hợp đồng ${contract} còn ${out.vi} chưa thu hồi`,
    `${name}: of the advance of contract ${contract}, ${out.en} are not recovered`,
  ];
  if (advance.overdue && recoverBy) {
    const by = day(recoverBy);
    return [
      `${start[0]}, quá 3 tháng từ ngày phải thu hồi theo hợp đồng ${by.vi}, quá hạn ${daysLate} ngày; chủ đầu tư cùng Kho bạc thu hồi, đề nghị ngân hàng trả bảo lãnh.`,
      `${start[1]} 3 months after ${by.en}, the contract's day, ${daysLate} days late; the owner and the Treasury recover it and call the bank's guarantee.`,
    ];
  }
  if (!disbursed) return [`${start[0]}.`, `${start[1]}.`];
  const [share, whole, on] = [
    percent(disbursed.amount, advance.contractValue),
    money(advance.contractValue),
    day(disbursed.on),
  ];
  const limit = threshold(advance.sharePercent);
  return [
    `${start[0]} khi hợp đồng (${whole.vi}) đã giải ngân ${share.vi} theo số ngày ${on.vi}; phải thu hồi hết khi đạt ${limit.vi}.`,
    `${start[1]}, though by the figures of ${on.en} ${share.en} of the contract (${whole.en}) are disbursed; it must be recovered in full by ${limit.en}.`,
  ];
}

/** From the contract's day on; `overdueAfter` null: no law makes anybody late. */
function contractAdvanceDueTexts(
  name: string,
  advance: {
    readonly contract: string;
    readonly outstanding: Dong;
    readonly recoverBy: PlainDate;
    readonly overdueAfter: PlainDate | null;
  },
): Texts {
  const { contract, overdueAfter } = advance;
  const [out, by] = [money(advance.outstanding), day(advance.recoverBy)];
  const until = overdueAfter && day(overdueAfter);
  return [
    `${name}: tạm ứng hợp đồng ${contract} đến hạn thu hồi ${by.vi} theo hợp đồng, còn ${out.vi} chưa thu hồi${until ? `; sau ${until.vi} là quá hạn theo Nghị định 254/2025` : ''}.`,
    `${name}: the advance of contract ${contract} was to be recovered by ${by.en}, the contract's day, and ${out.en} are not${until ? `; after ${until.en} it is overdue by decree 254/2025` : ''}.`,
  ];
}

/** A guarantee that ends in so many days; negative: it ended so many days ago. */
function guaranteeExpiringTexts(
  name: string,
  guarantee: { contractor: string; amount: Dong; expiresOn: PlainDate; daysLeft: number },
): Texts {
  const { contractor, daysLeft } = guarantee;
  const [of, until] = [money(guarantee.amount), day(guarantee.expiresOn)];
  const [vi, en] =
    daysLeft < 0
      ? [`đã hết hạn ${until.vi}, ${-daysLeft} ngày`, `ended on ${until.en}, ${-daysLeft} days ago`]
      : [`hết hạn ${until.vi}, còn ${daysLeft} ngày`, `ends on ${until.en}, in ${daysLeft} days`];
  return [
    `${name}: bảo lãnh tạm ứng ${of.vi} của ${contractor} ${vi}, tạm ứng chưa thu hồi hết.`,
    `${name}: the guarantee of ${of.en} for the advance of ${contractor} ${en}; the advance is not recovered.`,
  ];
}
