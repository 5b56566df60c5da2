import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'So sánh tuần', en: 'Week comparison' },
  from: { vi: 'Từ tuần chốt', en: 'From the week of' },
  to: { vi: 'đến tuần chốt', en: 'to the week of' },
  finding: {
    vi: (change: string, from: string, to: string) => `${change} từ ${from} đến ${to}`,
    en: (change: string, from: string, to: string) => `${change} from ${from} to ${to}`,
  },
  rates: {
    vi: (before: string, after: string) => `Tỷ lệ ${before} thành ${after}`,
    en: (before: string, after: string) => `Rate ${before}, then ${after}`,
  },
  planChange: {
    vi: (change: string) => `Kế hoạch thay đổi ${change}`,
    en: (change: string) => `The plan changed by ${change}`,
  },
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
