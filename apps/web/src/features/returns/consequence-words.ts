import type { Messages } from '../../language';

/** What approving a return lowers. */
export const consequenceWords = {
  lowers: { vi: 'Duyệt sẽ làm giảm tổng số đang tính', en: 'Approving this lowers a total that counts' },
  moves: { vi: 'Duyệt sẽ làm một số dự án mất hoặc giảm', en: 'Approving this takes from some projects' },
  reasonFollows: {
    vi: 'Người duyệt phải ghi lý do; lý do được lưu trong diễn biến của báo cáo.',
    en: 'Whoever approves it gives a reason, which stays in the history of the return.',
  },
  planned: {
    vi: (type: string, year: number, day: string) => `Tổng ${type}, năm ${year}, áp dụng từ ${day}`,
    en: (type: string, year: number, day: string) => `Total of ${type}, ${year}, from ${day} on`,
  },
  reported: {
    vi: (type: string, year: number, day: string) => `Giải ngân ${type}, năm ${year}, lũy kế đến ${day}`,
    en: (type: string, year: number, day: string) => `Disbursed of ${type}, ${year}, to ${day}`,
  },
  treasury: {
    vi: (type: string, year: number, day: string) => `Kho bạc chi ${type}, năm ${year}, lũy kế đến ${day}`,
    en: (type: string, year: number, day: string) => `Paid by the Treasury of ${type}, ${year}, to ${day}`,
  },
  'current-year': { vi: 'kế hoạch năm nay', en: 'this year’s plan' },
  'carried-over': { vi: 'kế hoạch kéo dài', en: 'carried-over plan' },
  'advanced-from-next-year': { vi: 'ứng trước kế hoạch năm sau', en: 'advances on next year’s plan' },
  'advanced-last-year': { vi: 'ứng trước năm trước chuyển sang', en: 'advances of last year' },
  vanishes: {
    vi: (count: number) => `${count} dự án không còn số`,
    en: (count: number) => `${count} ${count === 1 ? 'project is' : 'projects are'} left with nothing`,
  },
  falls: {
    vi: (count: number) => `${count} dự án giảm`,
    en: (count: number) => `${count} ${count === 1 ? 'project falls' : 'projects fall'}`,
  },
  project: { vi: 'Dự án', en: 'Project' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  nothing: { vi: 'không còn', en: 'nothing' },
} satisfies Messages;

/** What whoever approves a fall is asked for. */
export const loweringWords = {
  lowerReason: { vi: 'Lý do duyệt số giảm', en: 'Why the total may fall' },
  confirmLower: { vi: 'Duyệt với lý do này', en: 'Approve with this reason' },
  approveLower: { vi: 'Duyệt…', en: 'Approve…' },
} satisfies Messages;
