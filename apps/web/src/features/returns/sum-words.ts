import type { Messages } from '../../language';

/** The sums of a return, what it changes, and what is left to mend. */
export const sumWords = {
  sums: { vi: 'Tổng của báo cáo', en: 'Sums of the return' },
  sumStated: { vi: 'Cộng lại từ các dòng dự án', en: 'Added up from its projects' },
  ofPlan: { vi: 'kế hoạch ghi trong biểu', en: 'plan as it states' },
  rateOf: {
    vi: (rate: string) => `Tỷ lệ ${rate} trên kế hoạch năm ghi trong biểu.`,
    en: (rate: string) => `${rate} of the year's plan as it states.`,
  },
  sumChange: { vi: 'Các dự án ấy, so với kỳ trước', en: 'These projects, against the date before' },
  before: { vi: 'Kỳ trước', en: 'Before' },
  sumPlanChange: {
    vi: 'Các dự án ấy, so với kế hoạch trước đó',
    en: 'These projects, against the plan before',
  },
  planBefore: { vi: 'Trước quyết định này', en: 'Before this decision' },
  planThis: { vi: 'Theo quyết định này', en: 'By this decision' },
  keptFor: {
    vi: (count: number) => `${count} dự án không có, giữ nguyên`,
    en: (count: number) => `${count} not in it, kept as they are`,
  },
  replaced: {
    vi: (amount: string) => `bản đã duyệt: ${amount}`,
    en: (amount: string) => `the approved one: ${amount}`,
  },
  notReplaced: { vi: 'bản đã duyệt chưa có số', en: 'no amount in the approved one' },
  replacedInParts: {
    vi: 'bản đã duyệt cùng tổng, khác ở nguồn, loại vốn, khối lượng, tạm ứng hoặc ước',
    en: 'the approved one has the same sum; sources, plan types, work, advances or estimates differ',
  },
  leftOut: {
    vi: (count: number, amount: string) =>
      `${count} dự án của bản đã duyệt không có ở đây; duyệt bản này thì ${amount} của bản ấy thôi tính`,
    en: (count: number, amount: string) =>
      `${count} projects of the approved return are not in this one; once approved, their ${amount} there counts no longer`,
  },
  thisReturn: { vi: 'Báo cáo này', en: 'This return' },
  change: { vi: 'Tăng, giảm', en: 'Change' },
  planNothingBefore: {
    vi: 'Trước quyết định này chưa giao vốn.',
    en: 'Nothing was assigned before this decision.',
  },
  nothingBefore: {
    vi: 'Trước ngày này chưa có số nào được duyệt.',
    en: 'Nothing dated before it has been approved.',
  },
  nothingRead: {
    vi: 'Chưa đọc được dòng nào để so sánh.',
    en: 'No row could be read yet to compare.',
  },
  sumState: { vi: 'Kiểm tra', en: 'Checks' },
  allClear: { vi: 'Không còn gì phải sửa', en: 'Nothing to mend' },
  stillOpen: {
    vi: (count: number) => `Còn ${count} chỗ`,
    en: (count: number) => `${count} places left`,
  },
  toCheck: {
    vi: (count: number) => `${count} chỗ nên xem lại; không cản việc gửi.`,
    en: (count: number) => `${count} worth a look; they don't stop it.`,
  },
  totalSoFar: {
    vi: 'Tổng trên chưa gồm các ô chưa đọc được.',
    en: 'The sum leaves out cells that could not be read.',
  },
} satisfies Messages;
