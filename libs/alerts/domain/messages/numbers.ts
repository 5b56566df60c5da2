import type { AlertFigureKind, AlertFigureSource, AlertRuleId } from '@thongvon/api-contract';
import { formatRate } from '@thongvon/kernel';
import type { Texts } from '../alert-rule';

/** What a number of a rule is called, how it is written, and which number of the project it is. */
export interface NumberWords {
  readonly label: Texts;
  readonly kind: AlertFigureKind;
  readonly source?: AlertFigureSource;
}

/** A number whose meaning the sentence tells already. */
const SAID_BY_TEXT = null;

const number =
  (kind: AlertFigureKind) =>
  (vi: string, en: string, source?: AlertFigureSource): NumberWords => ({
    label: [vi, en],
    kind,
    ...(source === undefined ? {} : { source }),
  });
const amount = number('amount');
const points = number('points');
const rate = number('rate');
const date = number('date');
const days = number('days');
const weeks = number('weeks');
const name = number('name');

const PLANNED = amount('Kế hoạch vốn năm nay (mẫu số)', "This year's plan (the denominator)", 'planned');
const DISBURSED = amount('Đã giải ngân của kế hoạch năm nay', "Disbursed of this year's plan", 'disbursed');
const DEADLINE = date('Hạn giải ngân của năm kế hoạch', 'Last day of the plan year');
const DAYS_LEFT = days('Còn lại', 'Left');
const OUTSTANDING = amount('Chưa thu hồi', 'Not recovered yet');
const IGNORED = points('Được bỏ qua', 'Let pass');
const BLOCKER = {
  cause: SAID_BY_TEXT,
  responsibleUnit: name('Đơn vị chủ trì', 'Responsible unit'),
  capitalHeld: amount('Vốn bị giữ', 'Capital held', 'held'),
};
const DUTY = { kind: SAID_BY_TEXT, week: date('Tuần chốt phải báo cáo', 'Week owed for') };

/** The numbers by which each rule decides, in the order in which they are shown. */
export const NUMBERS = {
  'below-quarter-target': {
    planned: PLANNED,
    disbursed: DISBURSED,
    target: rate('Mục tiêu', 'Target'),
    due: date('Đến ngày', 'To be met by'),
  },
  'below-average': {
    planned: PLANNED,
    disbursed: DISBURSED,
    average: rate('Bình quân chung', 'The average'),
    points: IGNORED,
  },
  'below-last-year': {
    planned: PLANNED,
    disbursed: DISBURSED,
    before: rate('Cùng kỳ năm trước', 'The year before'),
    on: date('Ngày so sánh', 'Compared with'),
    points: IGNORED,
  },
  'below-own-plan': {
    target: amount('Kế hoạch của chủ đầu tư đến hết tháng', "The owner's plan to the end of the month"),
    disbursed: DISBURSED,
    due: date('Hết tháng', 'End of the month'),
  },
  'nothing-after-first-quarter': { planned: PLANNED, disbursed: DISBURSED },
  'no-movement': {
    planned: PLANNED,
    disbursed: DISBURSED,
    since: date('Không đổi từ số ngày', 'Unchanged since the figure of'),
    weeks: weeks('Đã không đổi', 'Unchanged for'),
  },
  'over-plan': {
    planned: amount(
      'Kế hoạch vốn của năm, kể cả kéo dài, ứng trước (mẫu số)',
      'Plan of the year, carried over and advanced included (the denominator)',
      'planned',
    ),
    disbursed: amount('Đã giải ngân của các vốn đó', 'Disbursed of these', 'disbursed'),
  },
  'over-total-investment': {
    paidBefore: amount('Đã thanh toán trước năm nay', 'Paid before this year'),
    paid: amount('Đã thanh toán từ khởi công', 'Paid since the start'),
    totalInvestment: amount('Tổng mức đầu tư', 'Total investment'),
  },
  'cumulative-fell': {
    before: amount('Lũy kế tuần trước', 'Cumulative a week before'),
    after: amount('Lũy kế tuần này', 'Cumulative this week', 'disbursed'),
    planTypes: SAID_BY_TEXT,
  },
  'blocker-overdue': {
    ...BLOCKER,
    due: date('Hạn xử lý', 'Due'),
    daysOverdue: days('Quá hạn', 'Overdue by'),
  },
  'blocker-due-this-week': { ...BLOCKER, due: date('Hạn xử lý', 'Due'), daysLeft: DAYS_LEFT },
  'blocker-without-action': {
    ...BLOCKER,
    since: date('Việc gần nhất', 'Last action'),
    daysIdle: days('Không có việc nào', 'Nothing done for'),
  },
  'return-missing': DUTY,
  'return-late': DUTY,
  'return-sent-back': DUTY,
  'treasury-differs': {
    source: SAID_BY_TEXT,
    board: amount('Chủ đầu tư báo cáo', 'Reported by the owner', 'disbursed'),
    treasury: amount('Kho bạc', 'The Treasury', 'treasury'),
    on: date('Số đến ngày', 'Figures of'),
  },
  'cannot-be-spent': {
    source: SAID_BY_TEXT,
    remaining: amount('Còn phải giải ngân', 'Still to be disbursed', 'remaining'),
    spent: amount('Giải ngân trong kỳ tính nhịp', 'Disbursed while the pace was taken', 'disbursed'),
    from: date('Nhịp tính từ số ngày', 'Pace from the figures of'),
    to: date('đến số ngày', 'to those of'),
    days: days('Kỳ tính nhịp', 'The pace is taken from'),
    daysLeft: DAYS_LEFT,
    deadline: DEADLINE,
    toMove: amount('Nên điều chuyển', 'Should move'),
    receivers: SAID_BY_TEXT,
  },
  'estimate-below-plan': {
    planned: PLANNED,
    estimate: amount('Chủ đầu tư ước đến hạn', "The owner's estimate"),
    on: date('Ước của ngày', 'Estimate of'),
    deadline: DEADLINE,
  },
  'carry-over-lapsing': {
    planned: amount('Kế hoạch vốn kéo dài', 'Carried-over plan', 'planned'),
    disbursed: amount('Đã giải ngân của vốn kéo dài', 'Disbursed of it', 'disbursed'),
    lapsesOn: date('Hết hạn', 'Lapses on'),
    daysLeft: DAYS_LEFT,
  },
  'advance-past-clock': {
    outstanding: OUTSTANDING,
    advancedOn: date('Ngày tạm ứng', 'Advanced on'),
    state: SAID_BY_TEXT,
    daysLate: days('Quá hạn', 'Past it by'),
  },
  'contract-advance-past-clock': {
    contract: name('Hợp đồng', 'Contract'),
    contractor: name('Nhà thầu', 'Contractor'),
    contractValue: amount('Giá trị hợp đồng (mẫu số)', 'Contract value (the denominator)'),
    disbursed: amount('Hợp đồng đã giải ngân', 'Disbursed of the contract'),
    disbursedOn: date('Số đến ngày', 'Figures of'),
    outstanding: OUTSTANDING,
    recoverBy: date('Ngày phải thu hồi theo hợp đồng', "The contract's day of recovery"),
    state: SAID_BY_TEXT,
    daysLate: SAID_BY_TEXT,
  },
  'contract-advance-due': {
    contract: name('Hợp đồng', 'Contract'),
    contractor: name('Nhà thầu', 'Contractor'),
    outstanding: OUTSTANDING,
    recoverBy: date('Ngày phải thu hồi theo hợp đồng', "The contract's day of recovery"),
    overdueAfter: date('Quá hạn sau ngày', 'Overdue after'),
  },
  'guarantee-expiring': {
    contractor: name('Nhà thầu', 'Contractor'),
    amount: amount('Giá trị bảo lãnh', 'Guaranteed'),
    expiresOn: date('Hết hạn', 'Ends on'),
    daysLeft: SAID_BY_TEXT,
  },
  'handed-over-without-volume': {
    completed: amount('Thanh toán khối lượng hoàn thành', 'Paid completed work', 'completed'),
    completedBefore: amount('Của các tuần trước', 'In the weeks before'),
    weeks: weeks('Số tuần đã xét', 'Weeks looked at'),
  },
} satisfies Record<AlertRuleId, Readonly<Record<string, NumberWords | null>>>;

/** What a rule's `numbers` hold: each that is declared above, and no other. */
export type NumbersOf<Rule extends AlertRuleId> = Readonly<Record<keyof (typeof NUMBERS)[Rule], unknown>>;

/** Rules that compare a rate: disbursed ÷ planned of their numbers. */
const RATE: Texts = ['Tỷ lệ: đã giải ngân ÷ kế hoạch nêu trên', 'Rate: disbursed ÷ the plan named above'];

/** A number that the rule decided by as people read it; `source`: which number of the project it is, where returns say. */
export interface AlertFigure {
  readonly label: Texts;
  readonly kind: AlertFigureKind;
  /** Null: not known. */
  readonly value: string | null;
  readonly source: AlertFigureSource | null;
}

/**
 * The numbers that a rule decided by as people read them: named, in a fixed order, with the rate where both its parts are
 * among them. A number of an older version that has no name any more is left out.
 */
export function figuresOf(
  rule: AlertRuleId,
  numbers: Readonly<Record<string, unknown>>,
): readonly AlertFigure[] {
  const words: Readonly<Record<string, NumberWords | null>> = NUMBERS[rule];
  return Object.entries(words).flatMap(([key, named]) => {
    if (named === null || numbers[key] === undefined) return [];
    const figure = {
      label: named.label,
      kind: named.kind,
      value: asText(numbers[key]),
      source: named.source ?? null,
    };
    return key === 'disbursed' ? [figure, ...rateFigure(words, numbers)] : [figure];
  });
}

/** Disbursed ÷ planned, where both are sums of the same plan. */
function rateFigure(
  words: Readonly<Record<string, NumberWords | null>>,
  { planned, disbursed }: Readonly<Record<string, unknown>>,
): readonly AlertFigure[] {
  if (!words['planned'] || typeof planned !== 'string' || typeof disbursed !== 'string') return [];
  const value = formatRate(BigInt(disbursed), BigInt(planned));
  return [{ label: RATE, kind: 'rate', value, source: null }];
}

/** Amounts, days and names are texts already; thresholds and counts are numbers. */
function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
