import type { Messages } from '../../language';

export const messages = {
  project: { vi: 'Dự án', en: 'Project' },
  contract: { vi: 'Hợp đồng, nhà thầu', en: 'Contract, contractor' },
  contractor: { vi: 'Nhà thầu', en: 'Contractor' },
  amount: { vi: 'Tạm ứng', en: 'Advance' },
  paidOn: { vi: (day: string) => `ngày ${day}`, en: (day: string) => `on ${day}` },
  disbursed: { vi: 'Hợp đồng đã giải ngân', en: 'Disbursed of the contract' },
  ofValue: { vi: (value: string) => `trên ${value}`, en: (value: string) => `of ${value}` },
  shareOn: {
    vi: (share: string, day: string) => `${share}, đến ${day}`,
    en: (share: string, day: string) => `${share}, to ${day}`,
  },
  overValue: { vi: 'vượt giá trị hợp đồng', en: 'more than the contract is worth' },
  nobodySaid: { vi: 'chưa nhập', en: 'not entered' },
  outstanding: { vi: 'Chưa thu hồi', en: 'Not recovered' },
  recovered: {
    vi: (amount: string) => `đã thu hồi ${amount}`,
    en: (amount: string) => `${amount} recovered`,
  },
  because: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Why: ${reason}` },
  state: { vi: 'Trạng thái', en: 'State' },
  guaranteed: { vi: 'Bảo lãnh', en: 'Guaranteed' },
  expiresOn: { vi: 'Hết hạn', en: 'Ends on' },
  document: { vi: 'Theo văn bản', en: 'By document' },

  'advance-late': {
    vi: (days: number) => `Quá hạn thu hồi ${days} ngày`,
    en: (days: number) => `${days} days overdue`,
  },
  'advance-past-share': { vi: 'Phải thu hồi hết theo tỷ lệ', en: 'Must be recovered by its share' },
  shareWhy: {
    vi: 'hợp đồng đã giải ngân qua mức mà Nghị định 254/2025 buộc thu hồi hết',
    en: 'more of the contract is disbursed than the share of decree 254/2025',
  },
  'advance-due': { vi: 'Đến hạn thu hồi', en: 'Due to be recovered' },
  dueSince: {
    vi: (day: string) => `theo hợp đồng từ ${day}`,
    en: (day: string) => `by the contract since ${day}`,
  },
  overdueAfter: { vi: (day: string) => `quá hạn sau ${day}`, en: (day: string) => `overdue after ${day}` },
  'advance-running': { vi: 'Đang chạy', en: 'Running' },
  recoverBy: {
    vi: (day: string) => `thu hồi chậm nhất ${day}`,
    en: (day: string) => `to be recovered by ${day}`,
  },
  noRecoverBy: { vi: 'hợp đồng không ghi ngày thu hồi', en: 'the contract names no day' },
  unverified: {
    vi: 'trước Nghị định 254/2025: không tính quá hạn',
    en: 'paid before decree 254/2025: nobody is late',
  },
  'advance-recovered': { vi: 'Đã thu hồi hết', en: 'Recovered' },
  'guarantee-left': { vi: (days: number) => `Còn ${days} ngày`, en: (days: number) => `${days} days left` },
  'guarantee-last-day': { vi: 'Hết hạn hôm nay', en: 'Ends today' },
  'guarantee-ended': {
    vi: (days: number) => `Hết hạn ${days} ngày`,
    en: (days: number) => `Ended ${days} days ago`,
  },
  'guarantee-released': { vi: 'Đã giải tỏa', en: 'Released' },
} satisfies Messages;

/** States of an advance, to choose from. */
export const ADVANCE_STATES = {
  overdue: { vi: 'Quá hạn thu hồi', en: 'Overdue' },
  'past-share': { vi: 'Phải thu hồi hết theo tỷ lệ', en: 'Past its share' },
  due: { vi: 'Đến hạn thu hồi', en: 'Due' },
  running: { vi: 'Đang chạy', en: 'Running' },
  recovered: { vi: 'Đã thu hồi hết', en: 'Recovered' },
} satisfies Messages;

/** States of a guarantee, to choose from. */
export const GUARANTEE_STATES = {
  expired: { vi: 'Hết hạn', en: 'Expired' },
  running: { vi: 'Còn hiệu lực', en: 'Running' },
  released: { vi: 'Đã giải tỏa', en: 'Released' },
} satisfies Messages;
