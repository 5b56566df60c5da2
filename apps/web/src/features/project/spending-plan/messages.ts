import type { Messages } from '../../../language';

export const messages = {
  title: {
    vi: (year: number) => `Kế hoạch giải ngân từng tháng của chủ đầu tư, năm ${year}`,
    en: (year: number) => `The owner’s own plan of disbursing, month by month, ${year}`,
  },
  behind: {
    vi: (month: string, amount: string) =>
      `Hết tháng ${month}: chậm ${amount} so với kế hoạch của chủ đầu tư`,
    en: (month: string, amount: string) => `By the end of ${month}: ${amount} behind the owner’s own plan`,
  },
  ahead: {
    vi: (month: string, amount: string) =>
      `Hết tháng ${month}: vượt ${amount} so với kế hoạch của chủ đầu tư`,
    en: (month: string, amount: string) => `By the end of ${month}: ${amount} ahead of the owner’s own plan`,
  },
  onPlan: {
    vi: (month: string) => `Hết tháng ${month}: đúng kế hoạch của chủ đầu tư`,
    en: (month: string) => `By the end of ${month}: as the owner planned`,
  },
  none: {
    vi: 'Chủ đầu tư chưa nhập kế hoạch giải ngân từng tháng của năm này.',
    en: 'The owner has not entered a monthly plan of this year.',
  },
  entered: { vi: (at: string) => `nhập ${at}`, en: (at: string) => `entered ${at}` },
  all: {
    vi: (amount: string, percent: string) => `Cả năm ${amount}, bằng ${percent} kế hoạch vốn`,
    en: (amount: string, percent: string) => `${amount} in the year, ${percent} of the capital plan`,
  },
  show: { vi: 'Xem 13 tháng', en: 'Show the 13 months' },
  enter: { vi: 'Nhập kế hoạch 13 tháng', en: 'Enter the 13 months' },
  change: { vi: 'Lập lại kế hoạch', en: 'Plan anew' },
  keeps: {
    vi: 'Bản mới thay bản đang dùng; bản cũ vẫn được lưu.',
    en: 'The new plan takes the place of the present one, which is kept.',
  },
  disbursed: { vi: 'Đã giải ngân', en: 'Disbursed' },
  difference: { vi: 'So với kế hoạch', en: 'Against the plan' },
  asOf: { vi: (day: string) => `đến ${day}`, en: (day: string) => `to ${day}` },
  document: { vi: 'Theo văn bản (không bắt buộc)', en: 'By which document (optional)' },
  save: { vi: 'Lưu kế hoạch', en: 'Save the plan' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
} satisfies Messages;
