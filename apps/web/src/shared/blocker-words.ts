import type { Messages } from '../language';

/** What pages that show blockers say alike. */
export const blockerWords = {
  noUnit: { vi: 'chưa giao đơn vị nào', en: 'nobody is responsible' },
  dueOn: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  why: { vi: 'Vì sao đỏ?', en: 'Why red?' },
  turn: { vi: (who: string) => `Đến lượt: ${who}`, en: (who: string) => `Whose turn: ${who}` },
} satisfies Messages;

/** What a person did about a blocker, or a return once; not what returns say of it each week. */
export const BLOCKER_DEEDS = {
  opened: { vi: 'Ghi vướng mắc', en: 'Opened' },
  solved: { vi: 'Báo cáo nói đã xong', en: 'Solved, says a return' },
  'still-open': { vi: 'Xác nhận còn vướng', en: 'Still in the way' },
  work: { vi: 'Đã xử lý', en: 'Work done' },
  reminder: { vi: 'Nhắc', en: 'Reminder' },
  escalated: { vi: 'Chuyển cấp trên', en: 'Handed up' },
  changed: { vi: 'Sửa thông tin', en: 'Changed' },
  closed: { vi: 'Đóng', en: 'Closed' },
  reopened: { vi: 'Mở lại', en: 'Reopened' },
} satisfies Messages;

/** What the history calls a moment. */
export const BLOCKER_EVENTS = {
  ...BLOCKER_DEEDS,
  named: { vi: 'Báo cáo nêu', en: 'Named by a return' },
} satisfies Messages;
