import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'Sổ kế hoạch vốn', en: 'Plan ledger' },
  planYear: { vi: 'Năm kế hoạch', en: 'Plan year' },
  decisions: {
    vi: (count: string) => `${count} quyết định giao và điều chỉnh kế hoạch`,
    en: (count: string) => `${count} decisions on the plan`,
  },
  decision: { vi: 'Quyết định', en: 'Decision' },
  date: { vi: 'Ngày', en: 'Date' },
  mode: { vi: 'Loại', en: 'Kind' },
  initial: { vi: 'giao đầu năm', en: 'first assignment' },
  adjustment: { vi: 'điều chỉnh', en: 'adjustment' },
  projects: { vi: 'Số dự án', en: 'Projects' },
  amount: { vi: 'Tổng số giao trong quyết định', en: 'Sum of its amounts' },
  recorded: { vi: 'Nạp vào hệ thống', en: 'Recorded' },
  show: { vi: 'Xem từng dòng', en: 'Show entries' },
  entries: {
    vi: (count: string, number: string) => `${count} dòng của ${number}`,
    en: (count: string, number: string) => `${count} entries of ${number}`,
  },
  allEntries: { vi: (count: string) => `${count} dòng của sổ`, en: (count: string) => `${count} entries` },
  project: { vi: 'Dự án', en: 'Project' },
  source: { vi: 'Nguồn vốn', en: 'Source' },
  entryAmount: { vi: 'Số vốn mới', en: 'New amount' },
  effectiveOn: { vi: 'Có hiệu lực', en: 'Effective' },
  cell: { vi: 'Ô', en: 'Cell' },
  noLonger: { vi: 'không còn tính', en: 'no longer counts' },
  search: { vi: 'Tìm dự án trong sổ', en: 'Search projects in the ledger' },
  none: { vi: 'Chưa có quyết định giao vốn', en: 'No decision on the plan yet' },
  noneWhat: {
    vi: 'Gửi tệp phụ lục quyết định giao vốn như một báo cáo; sau khi duyệt, từng dòng vốn sẽ có ở đây với ô nguồn của nó.',
    en: 'Send the annex of the decision like a return; once it is approved, each amount is here with its cell.',
  },
  noEntries: { vi: 'Không có dòng nào khớp', en: 'No entry matches' },
} satisfies Messages;
