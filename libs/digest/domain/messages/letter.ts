import { decisionAskedBy, type Texts } from '@thongvon/alerts';
import type { AlertRuleId, BlockerCause, ReportState } from '@thongvon/api-contract';
import {
  type Dong,
  formatAmount,
  formatChange,
  formatPercent,
  formatPlainDate,
  type PlainDate,
} from '@thongvon/kernel';

import { FACTORS } from '../ranking';

/** Fixed words of the weekly letter. */
export const words = {
  unit: 'tỷ đồng',
  noTasks: 'Tuần trước không giao việc nào',
  giveTasks: 'Nhập việc đã giao',
  earlierTasks: (open: number, overdue: number) =>
    `Các tuần trước còn ${open} việc chưa xong, ${overdue} quá hạn.`,
  furtherTasks: (count: number) => `Còn ${count} việc nữa trong tệp Excel kèm theo.`,
  openTask: 'Mở việc',
  openTasks: 'Mở danh sách việc giao',
  decisions: (count: number, shown: number, money: string) =>
    count === 0
      ? 'Không có việc cần quyết'
      : shown < count
        ? `${shown} việc cần quyết trước, ${money} tỷ`
        : `${count} việc cần quyết, ${money} tỷ`,
  furtherDecisions: (count: number, money: string) =>
    `Còn ${count} việc xếp sau, ${money} tỷ: trên trang lãnh đạo và trong tệp Excel kèm theo.`,
  underway: (count: number, money: string) => `Đã giao, còn trong hạn: ${count} việc, ${money} tỷ`,
  furtherUnderway: (count: number) => `Còn ${count} việc đã giao nữa trong tệp Excel kèm theo.`,
  moneyCaption: 'Mỗi dự án một việc: vốn đang giữ, hoặc không giải ngân hết',
  ranking: `Xếp theo tiền × độ gấp: quá hạn nhân ${FACTORS.overdue}, đến hạn trước thư tuần sau nhân ${FACTORS['due-soon']}, còn lại nhân ${FACTORS.other}.`,
  openLeaderPage: 'Mở trang lãnh đạo',
  overdueByUnit: 'Quá hạn, theo đơn vị',
  noUnit: 'Chưa giao đơn vị nào',
  forecast: (end: string, rate: string, unspent: string) =>
    `Đến ${end}: ${rate}, không giải ngân hết ${unspent} tỷ`,
  noForecast: (end: string) => `Đến ${end}: chưa dự báo được`,
  silence: 'Chưa có tin: không phải là 0',
  furtherBlockers: (count: number) => `Còn ${count} vướng mắc nữa trong tệp Excel kèm theo.`,
  furtherOffices: (count: number) => `Còn ${count} đơn vị nữa trong tệp Excel kèm theo.`,
  everybodySent: 'Báo cáo tuần này',
  better: 'Tốt lên',
  weeks: (count: number) => (count === 1 ? 'Tuần đầu' : `${count} tuần qua`),
  /** Of a week of which nobody has reported. */
  silentWeek: '— không có báo cáo mới',
  weeksNote: (planned: string) => `lũy kế, % kế hoạch năm ${planned} tỷ`,
  projects: (count: number) => `${count} dự án`,
  projectsNote: 'tỷ đồng; xếp theo vốn còn lại',
  columns: ['Dự án', 'Tỷ lệ %', 'Tuần này', 'Còn lại'] as const,
  sum: 'Cộng',
  furtherProjects: (count: number) => `Còn ${count} dự án nữa trong tệp Excel kèm theo.`,
  notReported: 'chưa báo cáo',
  done: 'xong',
  seeOnline: 'Xem trên trang',
  unsubscribe: 'Thôi nhận thư này',
  illustrative: 'Số liệu minh họa.',
} as const;

/** tỷ đồng with three decimals, "26,306", "< 0,001"; what isn't known is said, never a zero. */
export function billions(amount: Dong | null): string {
  return amount === null ? 'chưa rõ' : formatAmount(amount, 'billion-dong', 3);
}

/** With its sign: "+11,142", "−1,204", "< +0,001", "0". */
export function signed(amount: Dong | null): string {
  if (amount === null) return 'chưa rõ';
  return amount === 0n ? '0' : formatChange(amount, 'billion-dong', 3).replace('-', '−');
}

/** "52,18 %"; a rate that there is none of is said. */
export function percent(rate: string | null): string {
  return rate === null ? 'chưa có tỷ lệ' : formatPercent(rate);
}

/** Points with their sign: "+2,60". */
export function signedPoints(points: string): string {
  const text = points.replace('.', ',');
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
}

/** Hundredths of a percent: 4703 → "47,03 %", 4500 → "45 %". */
export function hundredths(value: bigint): string {
  const [whole, rest] = [value / 100n, value % 100n];
  return rest === 0n ? `${whole} %` : `${whole},${rest.toString().padStart(2, '0')} %`;
}

/** "21/06/2023". */
export const day = (date: PlainDate): string => formatPlainDate(date);

/** "21/06". */
export const shortDay = (date: PlainDate): string => formatPlainDate(date).slice(0, 5);

/** What is to be decided about a blocker, by its cause. */
const BY_CAUSE: Readonly<Partial<Record<BlockerCause, Texts>>> = {
  'land-origin': ['chốt nguồn gốc đất, hạn mới.', 'settle the origin of the land, by a new day.'],
  'land-price': [
    'chốt giá đất, hạn phê duyệt phương án.',
    'settle the price, and when the plan is approved.',
  ],
  'household-disagreement': [
    'tiếp tục hay dừng; hạn đối thoại cuối.',
    'continue or stop; the last day of talks.',
  ],
  'payment-refused': [
    'chi trả lần cuối hay cưỡng chế theo quy định; hạn mới.',
    'a last payment, or enforcement by the rules; a new day.',
  ],
  resettlement: ['địa điểm và ngày bố trí tái định cư.', 'where and when people are resettled.'],
  utilities: ['ngày cắt điện, di dời; ai ứng vốn.', 'when they are moved; who advances the money.'],
  'graves-religious-land': ['tiếp tục hay dừng; ngày cải táng.', 'continue or stop; when graves are moved.'],
  funding: ['nguồn bổ sung hoặc giãn tiến độ.', 'more capital, or a longer schedule.'],
  procedure: ['ngày trình và cơ quan chịu trách nhiệm.', 'when it is submitted, and which office answers.'],
  contractor: ['thời hạn cuối cho nhà thầu hoặc thay thế.', 'a last day for the contractor, or another one.'],
};

const REPORT: Texts = ['đơn vị báo cáo, đề xuất hướng xử lý.', 'the office reports and proposes what to do.'];
const GO_ON: Texts = ['tiếp tục hay dừng; ai làm, hạn mới.', 'continue or stop; who acts, by which day.'];

/** The sentence after "Quyết:": the rule's own; a blocker's cause says more than that it waits. */
export function askOf(rule: AlertRuleId, blockerId: string | null, cause: BlockerCause): Texts {
  return blockerId === null ? (decisionAskedBy(rule)?.words ?? REPORT) : (BY_CAUSE[cause] ?? GO_ON);
}

/** Words of the attachment. */
export const sheets = {
  summary: { name: 'Tổng hợp', title: 'Giải ngân theo tuần', note: 'Đơn vị: đồng. Tỷ lệ trên kế hoạch năm.' },
  decisions: {
    name: 'Việc cần quyết',
    title: 'Việc cần quyết, mỗi dự án một việc, xếp theo số tiền × hệ số độ gấp',
    note: 'Đơn vị: đồng. Số tiền: vốn bị giữ hoặc phần không giải ngân hết đến 31/01, lấy số lớn hơn.',
  },
  projects: {
    name: 'Dự án',
    title: 'Dự án có kế hoạch năm',
    note: 'Đơn vị: đồng. Ô trống: chưa báo cáo.',
  },
  blockers: { name: 'Vướng mắc', title: 'Vướng mắc đang mở', note: 'Đơn vị: đồng.' },
  offices: { name: 'Đơn vị báo cáo', title: 'Nghĩa vụ báo cáo của tuần', note: '' },
  tasks: {
    name: 'Việc giao',
    title: 'Việc giao tuần trước và việc chưa xong của các tuần trước đó',
    note: '',
  },
  alerts: { name: 'Cảnh báo', title: 'Cảnh báo đang có hiệu lực', note: 'Đơn vị: đồng.' },
} as const;

export const titles = {
  week: 'Tuần chốt',
  planned: 'Kế hoạch năm',
  disbursed: 'Đã giải ngân',
  rate: 'Tỷ lệ',
  change: 'Tuần này',
  remaining: 'Còn lại',
  project: 'Dự án',
  code: 'Mã dự án',
  owner: 'Chủ đầu tư',
  figureAsOf: 'Số liệu đến',
  reported: 'Báo cáo tuần này',
  newFigures: 'Số liệu mới trong tuần',
  amount: 'Số tiền',
  unspent: 'Không giải ngân hết',
  factor: 'Hệ số',
  latest: 'Chậm nhất',
  sentence: 'Tình hình',
  cause: 'Nguyên nhân',
  reason: 'Nội dung',
  unit: 'Đơn vị',
  due: 'Hạn',
  daysOverdue: 'Số ngày quá hạn',
  options: 'Các phương án',
  held: 'Vốn bị giữ',
  openedOn: 'Từ ngày',
  lastAction: 'Xử lý gần nhất',
  office: 'Đơn vị',
  kind: 'Báo cáo',
  state: 'Tình trạng',
  lastAsOf: 'Số gần nhất',
  rule: 'Quy tắc',
  text: 'Cảnh báo',
  task: 'Việc',
  person: 'Người làm',
  given: 'Giao',
  dueMoves: 'Số lần hẹn lại',
  lastWords: 'Lời gần nhất',
} as const;

export const yes = 'có';
export const no = 'chưa';
/** Of a week of which nobody has reported: its sums are those of the week before. */
export const silentWeek = '— không có báo cáo, số của tuần trước';

export const REPORT_STATE_NAMES: Readonly<Record<ReportState, string>> = {
  reported: 'đã duyệt',
  pending: 'đã nhận, chưa duyệt',
  'sent-back': 'bị trả lại',
  silent: 'chưa gửi',
};

/** The text, cut between two words where it is longer than so many characters. */
export function shortened(text: string, most: number): string {
  const said = text.trim();
  if (said.length <= most) return said;
  const cut = said.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}
