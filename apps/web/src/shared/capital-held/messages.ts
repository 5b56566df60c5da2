import type { Messages } from '../../language';

export const messages = {
  of: {
    vi: (remaining: string) => `Trong ${remaining} còn phải giải ngân:`,
    en: (remaining: string) => `Of ${remaining} still to be disbursed:`,
  },
  late: { vi: 'vướng, quá hạn', en: 'blocked, overdue' },
  soon: {
    vi: (day: string) => `vướng, sắp đến hạn (đến ${day})`,
    en: (day: string) => `blocked, due soon (by ${day})`,
  },
  inTime: { vi: 'vướng, còn hạn hoặc chưa có hạn', en: 'blocked, due later or without a date' },
  free: { vi: 'không vướng', en: 'not blocked' },
  allSuggested: {
    vi: 'Gợi ý theo lời báo cáo; chưa ai xác nhận.',
    en: 'Suggested by the words of the returns; nobody has confirmed them.',
  },
  suggested: { vi: 'gợi ý, chưa xác nhận', en: 'suggested, not confirmed' },
  unclassified: { vi: 'Chưa phân loại', en: 'Not classified' },
  overdue: { vi: (days: number) => `Quá hạn ${days} ngày`, en: (days: number) => `${days} days overdue` },
  dueToday: { vi: 'Hạn hôm nay', en: 'Due today' },
  daysLeft: { vi: (days: number) => `Còn ${days} ngày`, en: (days: number) => `${days} days left` },
  noDue: { vi: 'Chưa có hạn', en: 'No due date' },
  closed: { vi: (day: string) => `Đã xong ${day}`, en: (day: string) => `Closed ${day}` },
} satisfies Messages;
