import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Texts } from '../alert-rule';
import { day, money, percent, threshold } from './words';

/** What is left of this year's plan, and how fast it goes. Whole đồng. */
export interface SpendingPace {
  readonly remaining: Dong;
  /** What was spent from one figure to the newest, `days` apart; never negative. */
  readonly spent: Dong;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  /** From the cut-off of the newest figure's week to the last day. */
  readonly daysLeft: number;
  readonly toMove: Dong;
}

/** Those who could take it, with how much each. */
export type Receivers = readonly { readonly name: string; readonly amount: Dong }[];

/** At the pace so far it will not be spent by the last day; `source`: its label, null where the project as a whole is meant. */
export function cannotBeSpentTexts(
  name: string,
  source: string | null,
  pace: SpendingPace,
  deadline: PlainDate,
  receivers: Receivers,
): Texts {
  const [left, needed, had] = [
    money(pace.remaining),
    money((pace.remaining * 7n) / BigInt(Math.max(pace.daysLeft, 1))),
    money((pace.spent * 7n) / BigInt(pace.days)),
  ];
  const [move, by, from, to] = [money(pace.toMove), day(deadline), day(pace.from), day(pace.to)];
  const part: Texts = source === null ? ['', ''] : [`, nguồn ${source}`, `, source ${source}`];
  const [takers, takersEn] = receiversTexts(source, receivers);
  return [
    `${name}${part[0]}: còn ${left.vi} phải giải ngân đến ${by.vi}, cần ${needed.vi}/tuần nhưng từ ${from.vi} đến ${to.vi} (${pace.days} ngày) chỉ đạt ${had.vi}/tuần; đề nghị điều chuyển ${move.vi}${takers}.`,
    `${name}${part[1]}: ${left.en} are left to spend by ${by.en}, which takes ${needed.en} a week; from ${from.en} to ${to.en} (${pace.days} days) it was ${had.en} a week. To move: ${move.en}${takersEn}.`,
  ];
}

function receiversTexts(source: string | null, receivers: Receivers): Texts {
  if (source === null)
    return [
      ' (báo cáo không tách nguồn nên chưa xác định được nơi nhận)',
      ' (reported without a source, so who could take it is not known)',
    ];
  if (receivers.length === 0)
    return [', chưa có dự án cùng nguồn có khả năng nhận', '; no project of the same source could take it'];
  const list = receivers.map(({ name, amount }) => ({ name, of: money(amount) }));
  return [
    `, có thể nhận cùng nguồn: ${list.map(({ name, of }) => `${name} (${of.vi})`).join('; ')}`,
    `; of the same source could take it: ${list.map(({ name, of }) => `${name} (${of.en})`).join('; ')}`,
  ];
}

/** The owner expects less than the plan by the last day. Whole đồng. */
export function estimateBelowPlanTexts(
  name: string,
  { planned, estimate, on }: { planned: Dong; estimate: Dong; on: PlainDate },
  deadline: PlainDate,
): Texts {
  const [of, said, move, date, by] = [
    money(planned),
    money(estimate),
    money(planned - estimate),
    day(on),
    day(deadline),
  ];
  return [
    `${name}: theo báo cáo ngày ${date.vi}, chủ đầu tư ước đến ${by.vi} giải ngân ${said.vi} trên kế hoạch năm ${of.vi}; đề nghị điều chuyển ${move.vi}.`,
    `${name}: by its return of ${date.en} the owner expects ${said.en} of this year's plan of ${of.en} to be disbursed by ${by.en}. To move: ${move.en}.`,
  ];
}

/** Carried-over capital that lapses after the day `last`; `disbursed` null: not reported. */
export function carryOverLapsingTexts(
  name: string,
  planned: Dong,
  disbursed: Dong | null,
  last: PlainDate,
): Texts {
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

/** A compensation advance whose papers are late or, `overdue`, whose balance should have gone back. */
export function advancePastClockTexts(
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

/** Past the share of the contract by which it must be recovered, or (`overdue`) past the clock of the contract's day. */
export function contractAdvancePastClockTexts(
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
export function contractAdvanceDueTexts(
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
export function guaranteeExpiringTexts(
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

/** The site is handed over, and paid completed work has stood still for so many weeks. */
export function handedOverWithoutVolumeTexts(name: string, completed: Dong, weeks: number): Texts {
  const done = money(completed);
  return [
    `${name}: đã bàn giao toàn bộ mặt bằng nhưng khối lượng hoàn thành được thanh toán vẫn ${done.vi}, không tăng ${weeks} tuần.`,
    `${name}: the whole site is handed over, yet the paid completed work has stayed at ${done.en} for ${weeks} weeks.`,
  ];
}

/** `paid`: since the project's start. */
export function overTotalInvestmentTexts(name: string, paid: Dong, totalInvestment: Dong): Texts {
  const [part, of, over] = [money(paid), money(totalInvestment), money(paid - totalInvestment)];
  return [
    `${name}: lũy kế giải ngân từ khởi công ${part.vi}, vượt ${over.vi} so với tổng mức đầu tư ${of.vi}.`,
    `${name}: ${part.en} disbursed since its start, ${over.en} over the total investment of ${of.en}.`,
  ];
}
