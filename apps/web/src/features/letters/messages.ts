import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'Thư tuần', en: 'Weekly letters' },
  week: { vi: 'Tuần chốt', en: 'Week' },
  count: {
    vi: (count: string, week: string) => `${count} người nhận thư tuần chốt ${week}`,
    en: (count: string, week: string) =>
      `${count} ${count === '1' ? 'person gets' : 'people get'} the letter of the week to ${week}`,
  },
  what: {
    vi: 'Đúng nội dung thư mà mỗi người nhận, trừ liên kết thôi nhận thư là của riêng người ấy. Xem ở đây không gửi gì.',
    en: 'What each person reads, but for the link that ends the letters, which is theirs alone. Looking sends nothing.',
  },
  correction: {
    vi: (revision: number) => `Bản đính chính thứ ${revision}`,
    en: (revision: number) => `Correction, revision ${revision}`,
  },
  recipients: { vi: 'Người nhận', en: 'Recipients' },
  asLetter: { vi: 'Như trong hộp thư', en: 'As in the mailbox' },
  asText: { vi: 'Bản chữ', en: 'Plain text' },
  shownAs: { vi: 'Cách xem thư', en: 'How the letter is shown' },
  letterOf: {
    vi: (name: string) => `Thư gửi ${name}`,
    en: (name: string) => `Letter to ${name}`,
  },
  alone: { vi: 'Mở riêng', en: 'Open by itself' },
  noWeek: { vi: 'Chưa có tuần nào được chốt', en: 'No week is frozen yet' },
  noWeekWhat: {
    vi: 'Thư đầu tiên có sau lần chốt số liệu đầu tiên, 12 giờ thứ Sáu.',
    en: 'The first letter is there once the first week is frozen.',
  },
  nobody: { vi: 'Không có thư nào để xem', en: 'There is no letter to look at' },
  nobodyWhat: {
    vi: 'Chưa có người nhận, hoặc thư của họ nói về đơn vị ngoài phạm vi của bạn. Quản trị viên đặt người nhận.',
    en: 'Nobody gets one, or theirs are of offices that you do not see. The administrator says who gets it.',
  },
} satisfies Messages;
