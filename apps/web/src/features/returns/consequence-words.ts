import type { Messages } from '../../language';

/** What approving a return lowers. */
export const consequenceWords = {
  lowers: { vi: 'Duyệt sẽ làm giảm tổng số đang tính', en: 'Approving this lowers a total that counts' },
  moves: {
    vi: 'Duyệt sẽ làm số của một số dự án giảm hoặc không còn',
    en: 'Approving this takes from some projects',
  },
  reasonFollows: {
    vi: 'Người duyệt phải ghi lý do; lý do được lưu trong diễn biến của báo cáo.',
    en: 'Whoever approves it gives a reason, which stays in the history of the return.',
  },
  planned: {
    vi: (capital: string, day: string) => `Tổng ${capital}, áp dụng từ ${day}`,
    en: (capital: string, day: string) => `Total of ${capital}, from ${day} on`,
  },
  reported: {
    vi: (capital: string, day: string) => `Giải ngân ${capital}, lũy kế đến ${day}`,
    en: (capital: string, day: string) => `Disbursed of ${capital}, to ${day}`,
  },
  treasury: {
    vi: (capital: string, day: string) => `Kho bạc thanh toán ${capital}, lũy kế đến ${day}`,
    en: (capital: string, day: string) => `Paid by the Treasury of ${capital}, to ${day}`,
  },
  'current-year': {
    vi: (year: number) => `kế hoạch vốn năm ${year}`,
    en: (year: number) => `the plan of ${year}`,
  },
  'carried-over': {
    vi: (year: number) => `vốn kéo dài sang năm ${year}`,
    en: (year: number) => `capital carried over to ${year}`,
  },
  'advanced-from-next-year': {
    vi: (year: number) => `vốn ứng trước kế hoạch năm sau, năm ${year}`,
    en: (year: number) => `advances on next year’s plan, ${year}`,
  },
  'advanced-last-year': {
    vi: (year: number) => `vốn ứng trước năm trước chuyển sang năm ${year}`,
    en: (year: number) => `last year’s advances, ${year}`,
  },
  cleared: {
    vi: (what: string, day: string) => `Tổng ${what}, đến ${day}`,
    en: (what: string, day: string) => `Total of ${what}, to ${day}`,
  },
  vanishes: {
    vi: (count: number) => `${count} dự án không còn số liệu`,
    en: (count: number) => `${count} ${count === 1 ? 'project is' : 'projects are'} left with nothing`,
  },
  falls: {
    vi: (count: number) => `${count} dự án giảm`,
    en: (count: number) => `${count} ${count === 1 ? 'project falls' : 'projects fall'}`,
  },
  onDay: { vi: (day: string) => `Tại ngày ${day}`, en: (day: string) => `On ${day}` },
  project: { vi: 'Dự án', en: 'Project' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  nothing: { vi: 'không còn', en: 'nothing' },
} satisfies Messages;

/** What whoever approves a fall is asked for. */
export const loweringWords = {
  reviewLowers: {
    vi: 'Duyệt sẽ làm giảm tổng số đang tính, xem phần nền đỏ ở trên; phải ghi lý do.',
    en: 'Approving this lowers a total that counts, as the red part above shows; it takes a reason.',
  },
  reviewRegisters: {
    vi: (count: number) => `Duyệt sẽ ghi ${count} dự án mới đứng tên đơn vị gửi, xem danh sách ở trên.`,
    en: (count: number) =>
      `Approving this registers ${count} new ${count === 1 ? 'project' : 'projects'} under the sender, listed above.`,
  },
  approveRegisters: {
    vi: (count: number) => `Duyệt và ghi ${count} dự án mới`,
    en: (count: number) => `Approve, registering ${count}`,
  },
  lowerReason: { vi: 'Lý do duyệt số giảm', en: 'Why the total may fall' },
  confirmLower: { vi: 'Duyệt với lý do này', en: 'Approve with this reason' },
  approveLower: { vi: 'Duyệt…', en: 'Approve…' },
} satisfies Messages;
