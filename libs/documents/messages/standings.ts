import type { StandingColumn } from '@thongvon/api-contract';
import { formatPlainDate, type Movement } from '@thongvon/kernel';

/** The table of projects as a workbook. */
export const STANDINGS_TEXTS = {
  sheet: 'Dự án',
  title: (year: number): string => `TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM ${year}`,
  subtitle: (day: string): string => `Số liệu đến ngày ${day}; đơn vị tính: đồng`,
  blockersOn: (day: string): string => `Vướng mắc tính đến ngày ${day}`,
  filter: (parts: readonly string[]): string => `Lọc theo: ${parts.join('; ')}`,
  ofSource: 'Chỉ tính phần vốn của nguồn này',
  derived: (amount: string): string =>
    `Trong số giải ngân có ${amount} đồng suy ra từ kế hoạch chỉ có một nguồn`,
  byTreasury: (amount: string): string =>
    `Trong số giải ngân có ${amount} đồng chia nguồn theo sao kê Kho bạc`,
  notSplit: (amount: string, projects: number): string =>
    `Chưa chia nguồn: ${amount} đồng của ${projects} dự án, không nằm trong số giải ngân; vì vậy không tính tỷ lệ`,
  notSplitItself: (amount: string, projects: number): string =>
    `Gồm ${amount} đồng chưa chia nguồn của ${projects} dự án đã có kế hoạch theo nguồn; vì vậy không tính tỷ lệ`,
  planType: {
    'current-year': 'Chỉ tính kế hoạch năm nay',
    'carried-over': 'Chỉ tính vốn kéo dài từ năm trước',
    'advanced-from-next-year': 'Chỉ tính vốn ứng trước kế hoạch năm sau',
    'advanced-last-year': 'Chỉ tính vốn đã ứng trước năm trước',
  },
  words: (words: string): string => `có chữ "${words}"`,
  notKnown: 'chưa rõ',
  project: 'Dự án',
  total: (projects: number): string => `Tổng cộng ${projects} dự án có kế hoạch`,
  notReported: 'chưa báo cáo',
  stale: (day: string): string => `Số liệu mới nhất ngày ${day}, cũ hơn một tuần báo cáo`,
  changeOf: (days: number): string => `Tăng trong ${days} ngày`,
  /** The dates stand in the next column. */
  changeOfSeveral: 'Tăng so với số liệu trước',
  changeDates: ({ from, to, days, since }: Pick<Movement, 'from' | 'to' | 'days' | 'since'>): string => {
    if (from !== null && to !== null)
      return `từ ${formatPlainDate(from)} đến ${formatPlainDate(to)} (${days} ngày)`;
    return since === null ? '' : `chưa có số mới từ ${formatPlainDate(since)}`;
  },
  blocked: (projects: number): string => `${projects} dự án vướng`,
  overdue: (days: number, description: string): string => `Quá hạn ${days} ngày: ${description}`,
  due: (day: string, description: string): string => `Hạn ${day}: ${description}`,
  noDue: (description: string): string => `Chưa có hạn: ${description}`,
  fileName: (year: number, day: string): string => `Giải ngân ${year} đến ${day}.xlsx`,
} as const;

export const STANDING_COLUMN_TITLES: Readonly<Record<StandingColumn, string>> = {
  code: 'Mã dự án',
  owner: 'Chủ đầu tư',
  kind: 'Lĩnh vực',
  commune: 'Địa bàn',
  planned: 'Kế hoạch vốn',
  disbursed: 'Lũy kế giải ngân',
  remaining: 'Còn phải giải ngân',
  weekChange: STANDINGS_TEXTS.changeOfSeveral,
  changeDates: 'Ngày của số tăng',
  rate: 'Tỷ lệ giải ngân',
  shortfall: 'Dự kiến không giải ngân hết đến 31/01',
  blocker: 'Vướng mắc',
  asOf: 'Số liệu ngày',
};
