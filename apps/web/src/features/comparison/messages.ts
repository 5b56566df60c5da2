import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'So sánh tuần', en: 'Week comparison' },
  from: { vi: 'Từ tuần chốt', en: 'From the week of' },
  to: { vi: 'đến tuần chốt', en: 'to the week of' },
  finding: {
    vi: (unit: string, from: string, to: string) => `${unit} từ tuần chốt ${from} đến tuần chốt ${to}`,
    en: (unit: string, from: string, to: string) => `${unit} from the week of ${from} to that of ${to}`,
  },
  nothingNewer: {
    vi: (since: string, from: string, to: string) =>
      `Chưa có số liệu mới từ ${since}: hai tuần chốt ${from} và ${to} dùng cùng số liệu`,
    en: (since: string, from: string, to: string) =>
      `Nothing newer since ${since}: the weeks of ${from} and ${to} have the same figures`,
  },
  unknown: {
    vi: (from: string, to: string) => `Chưa đủ số liệu để so sánh hai tuần chốt ${from} và ${to}`,
    en: (from: string, to: string) => `Too little is known to compare the weeks of ${from} and ${to}`,
  },
  figures: {
    vi: (from: string, to: string, days: number) =>
      from === to ? `Đính chính số liệu ngày ${to}.` : `Theo số liệu ngày ${from} và ${to} (${days} ngày).`,
    en: (from: string, to: string, days: number) =>
      from === to
        ? `A correction of the figures of ${to}.`
        : `By the figures of ${from} and ${to} (${days} days).`,
  },
  rate: { vi: 'Tỷ lệ giải ngân', en: 'Rate' },
  then: { vi: 'thành', en: 'then' },
  planChange: { vi: 'Kế hoạch thay đổi', en: 'The plan changed by' },
  moved: {
    vi: (count: string) => `${count} dự án có thay đổi`,
    en: (count: string) => `${count} projects changed`,
  },
  project: { vi: 'Dự án', en: 'Project' },
  planned: { vi: 'Kế hoạch', en: 'Plan' },
  before: { vi: 'Giải ngân trước', en: 'Disbursed before' },
  after: { vi: 'Giải ngân sau', en: 'Disbursed after' },
  change: { vi: 'Thay đổi', en: 'Change' },
  blockers: { vi: 'Vướng mắc', en: 'Blockers' },
  opened: { vi: (count: number) => `+${count} mới`, en: (count: number) => `+${count} new` },
  closed: { vi: (count: number) => `${count} đã xong`, en: (count: number) => `${count} closed` },
  none: { vi: 'Chưa có hai tuần chốt để so sánh', en: 'No two frozen weeks to compare yet' },
  noneWhat: {
    vi: 'Số liệu được chốt 7:00 sáng thứ Sáu hằng tuần. Khi có hai tuần chốt, trang này cho biết cái gì đã thay đổi.',
    en: 'Figures are frozen each Friday at 7:00. Once there are two weeks, this page says what moved.',
  },
  nothingMoved: {
    vi: 'Không dự án nào thay đổi giữa hai tuần này',
    en: 'No project changed between these weeks',
  },
} satisfies Messages;
