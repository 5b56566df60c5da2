import { type Dong, formatAmount, formatPercent, formatPlainDate, type PlainDate } from '@thongvon/kernel';

/** Fixed words of the weekly letter. */
export const words = {
  unit: 'tỷ đồng',
  decisions: (count: number, shown: number) =>
    count === 0
      ? 'Không có việc cần quyết'
      : `${count} việc cần quyết${shown < count ? `, ${shown} gấp nhất` : ''}`,
  furtherDecisions: (count: number) => `Còn ${count} việc nữa trong tệp Excel kèm theo.`,
  heldCaption: 'Vướng mắc: vốn bị giữ',
  spendingCaption: 'Khó giải ngân hết đến 31/01',
  otherCaption: 'Cần giải trình, xử lý',
  decide: 'Quyết:',
  openLeaderPage: 'Mở trang lãnh đạo',
  overdueByUnit: 'Quá hạn, theo đơn vị',
  noUnit: 'Chưa giao đơn vị nào',
  silent: 'Chưa gửi báo cáo tuần này',
  notCounted: 'Số của đơn vị chưa gửi chưa tính, không coi là 0.',
  furtherOffices: (count: number) => `Còn ${count} đơn vị nữa trong tệp Excel kèm theo.`,
  everybodySent: 'Báo cáo tuần này',
  pending: 'Đã nhận, chưa duyệt (chưa tính vào số trên)',
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
  illustrative: 'Số liệu minh hoạ.',
} as const;

/** tỷ đồng with three decimals, "26,306"; what isn't known is said, never a zero. */
export function billions(amount: Dong | null): string {
  return amount === null ? 'chưa rõ' : formatAmount(amount, 'billion-dong', 3);
}

/** With its sign: "+11,142", "−1,204", "0". */
export function signed(amount: Dong | null): string {
  if (amount === null) return 'chưa rõ';
  if (amount === 0n) return '0';
  return amount > 0n ? `+${billions(amount)}` : `−${billions(-amount)}`;
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
