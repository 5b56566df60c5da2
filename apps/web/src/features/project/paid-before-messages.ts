import type { Messages } from '../../language';

export const messages = {
  title: {
    vi: (year: number) => `Đã thanh toán trước năm ${year}`,
    en: (year: number) => `Paid before ${year}`,
  },
  what: {
    vi: 'Lũy kế thanh toán từ khởi công đến hết năm trước, theo quyết toán năm. Cộng với số của năm nay thì không được vượt tổng mức đầu tư.',
    en: 'Paid from the start to the end of the year before, by the annual settlement. With this year’s figures it may not pass the total investment.',
  },
  none: { vi: 'Chưa nhập.', en: 'Not entered yet.' },
  entered: { vi: (at: string) => `nhập ${at}`, en: (at: string) => `entered ${at}` },
  amount: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
  document: { vi: 'Theo văn bản (không bắt buộc)', en: 'From which document (optional)' },
  save: { vi: 'Lưu số đã thanh toán', en: 'Save' },
} satisfies Messages;
