import { type Messages, withValues } from '../../language';

/** What is said before a return is sent and after it, and by what the list is filtered. */
export const sendWords = {
  lastCheck: { vi: 'Kiểm tra lần cuối rồi gửi', en: 'A last look before it is sent' },
  sendBeside: {
    vi: (files: string) =>
      `Cùng kỳ này, tệp ${files} đã gửi và đang chờ duyệt. Gửi tệp này thì phòng Tài chính thấy cả hai; nếu tệp kia không còn đúng, hãy rút nó lại.`,
    en: (files: string) =>
      `Of this period, ${files} was sent and waits already. Send this one and the finance office sees both; withdraw the other if it isn’t right any more.`,
  },
  besideNewer: {
    vi: 'Cùng kỳ còn một bản mới hơn đang chờ duyệt:',
    en: 'A newer one of the same period waits for approval as well:',
  },
  besideOlder: {
    vi: 'Đây là bản mới hơn. Cùng kỳ còn một bản cũ đang chờ duyệt:',
    en: 'This is the newer one. An older one of the same period waits for approval as well:',
  },
  sendNow: { vi: 'Gửi ngay', en: 'Send now' },
  sendSums: withValues('{projects} dự án, {sum}', '{projects} projects, {sum}'),
  sendAnswers: withValues('{} câu đã trả lời', '{} answers given'),
  sendNoAnswers: { vi: 'Không có câu hỏi nào phải trả lời.', en: 'Nothing had to be answered.' },
  sendChecks: withValues('{} chỗ nên xem lại, vẫn gửi được', '{} worth a look; it can be sent all the same'),
  sendNext: {
    vi: 'Gửi rồi vẫn rút lại được cho đến khi được duyệt. Phòng Tài chính thấy câu trả lời và lý do của bạn.',
    en: 'It can be withdrawn until it is approved. The finance office sees your answers and reasons.',
  },
  receipt: { vi: 'Biên nhận', en: 'Receipt' },
  receiptSent: withValues('Đã gửi lúc {}', 'Sent {}'),
  receiptBy: { vi: 'Người gửi', en: 'Sent by' },
  receiptNumber: { vi: 'Số biên nhận', en: 'Number' },
  receiptFile: { vi: 'Tệp', en: 'File' },
  receiptSum: { vi: 'Tổng', en: 'Sum' },
  receiptNext: { vi: 'Tiếp theo', en: 'What comes next' },
  receiptWaits: {
    vi: (people: string) =>
      `${people === '' ? 'Phòng Tài chính' : people} duyệt. Duyệt xong số được tính; bị trả lại hoặc có câu hỏi thêm thì bạn nhận thư.`,
    en: (people: string) =>
      `${people === '' ? 'The finance office' : people} approves it; then its figures count. If it comes back or something is asked, you get a mail.`,
  },
  listShow: { vi: 'Hiện', en: 'Show' },
  'list-kept': { vi: 'Không kể tệp đã bỏ', en: 'Without what was given up' },
  'list-drafts': { vi: 'Chỉ bản nháp, chưa gửi', en: 'Only drafts, not sent' },
  'list-given-up': { vi: 'Chỉ tệp đã bỏ', en: 'Only what was given up' },
  'list-all': { vi: 'Tất cả', en: 'All' },
  listKind: { vi: 'Loại', en: 'Kind' },
  listAnyKind: { vi: 'Mọi loại', en: 'All kinds' },
  silentSum: { vi: 'Chưa báo cáo', en: 'Not reported' },
  unreadSum: { vi: 'Chưa đọc được', en: 'Not read yet' },
  unreadUnit: {
    vi: 'Chưa biết đơn vị tính; trả lời câu hỏi về đơn vị thì có tổng.',
    en: 'The unit is not known; once that question is answered there is a sum.',
  },
  cameBackAbove: { vi: 'Xem lý do ở đầu trang', en: 'See the reason above' },
} satisfies Messages;
