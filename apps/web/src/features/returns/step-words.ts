import type { Messages } from '../../language';

/** What can be done with a return, and what has been. */
export const stepWords = {
  history: { vi: 'Diễn biến', en: 'History' },
  'event-received': { vi: 'Nhận tệp', en: 'File received' },
  'event-start-reading': { vi: 'Bắt đầu đọc', en: 'Reading began' },
  'event-find-fault': {
    vi: 'Đọc xong, còn chỗ phải sửa hoặc trả lời',
    en: 'Read; some things to mend or answer',
  },
  'event-find-ready': { vi: 'Đọc xong, sẵn sàng gửi', en: 'Read; ready to send' },
  'event-fail': { vi: 'Không đọc được', en: 'Could not be read' },
  'event-answer': { vi: 'Trả lời câu hỏi', en: 'Questions answered' },
  'event-map': { vi: 'Chỉ chỗ của bảng', en: 'Tables described' },
  'event-read-again': { vi: 'Cho đọc lại', en: 'Read again' },
  'event-submit': { vi: 'Gửi', en: 'Sent' },
  'event-approve': { vi: 'Duyệt', en: 'Approved' },
  'event-send-back': { vi: 'Trả lại', en: 'Sent back' },
  'event-withdraw': { vi: 'Rút lại', en: 'Withdrawn' },
  'event-supersede': { vi: 'Có bản mới được duyệt thay', en: 'A newer one was approved' },
  'event-reinstate': { vi: 'Được tính trở lại', en: 'Counts again' },
  'event-revert': { vi: 'Hủy duyệt', en: 'Approval undone' },

  dock: { vi: 'Việc cần làm với báo cáo', en: 'What to do with the return' },
  toDo: {
    vi: (mend: number, answer: number) =>
      [
        ...(mend > 0 ? [`${mend} ô phải sửa`] : []),
        ...(answer > 0 ? [`${answer} câu cần trả lời`] : []),
      ].join(', '),
    en: (mend: number, answer: number) =>
      [...(mend > 0 ? [`${mend} to mend`] : []), ...(answer > 0 ? [`${answer} to answer`] : [])].join(', '),
  },
  cannotSend: { vi: 'Chưa gửi được:', en: 'Can not be sent yet:' },
  canSend: {
    vi: 'Đã sẵn sàng. Gửi rồi vẫn rút lại được cho đến khi được duyệt.',
    en: 'Ready. Once sent it can still be withdrawn until it is approved.',
  },
  isMoving: { vi: 'Đang đọc tệp; trang tự cập nhật.', en: 'Reading the file; the page follows by itself.' },
  sayAnswersKept: {
    vi: 'Câu trả lời được giữ lại khi mất mạng.',
    en: 'Answers are kept if the network fails.',
  },
  lost: {
    vi: 'Mất kết nối với máy chủ. Việc đã làm vẫn còn; trang tự nối lại.',
    en: 'Connection lost. What you did is kept; the page reconnects by itself.',
  },
  marked: { vi: 'Tải Excel đã đánh dấu', en: 'Marked workbook' },
  replace: { vi: 'Tải tệp đã sửa', en: 'Upload the mended file' },
  send: { vi: 'Gửi phòng Tài chính', en: 'Send to the finance office' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  discard: { vi: 'Bỏ báo cáo này', en: 'Discard this return' },
  saysSubmitted: {
    vi: (at: string) => `Đã gửi ${at}, chờ phòng Tài chính duyệt.`,
    en: (at: string) => `Sent ${at}; the finance office will look at it.`,
  },
  saysApproved: {
    vi: (at: string) => `Đã duyệt ${at}; số liệu được tính.`,
    en: (at: string) => `Approved ${at}; its figures count.`,
  },
  saysSentBack: { vi: 'Bị trả lại.', en: 'Sent back.' },
  saysSuperseded: {
    vi: 'Một bản mới hơn đã được duyệt thay bản này.',
    en: 'A newer return has replaced this one.',
  },
  seeSuccessor: { vi: 'Xem bản mới', en: 'See the newer one' },
  saysFailed: { vi: 'Tệp này không đọc được thành báo cáo.', en: 'This file could not be read as a return.' },
  reviewSay: {
    vi: (change: string, checks: number) =>
      `${change}; ${checks} chỗ nên xem lại. Duyệt thì số được tính ngay.`,
    en: (change: string, checks: number) =>
      `${change}; ${checks} worth a look. Once approved the figures count.`,
  },
  approve: { vi: 'Duyệt', en: 'Approve' },
  sendBack: { vi: 'Trả lại…', en: 'Send back…' },
  toReview: { vi: 'Về hàng duyệt', en: 'Back to review' },
  toReconciliation: { vi: 'Sang đối chiếu Kho bạc', en: 'To reconciliation' },
  revert: { vi: 'Hủy duyệt…', en: 'Undo approval…' },
  reasonFor: { vi: 'Lý do, để đơn vị biết phải sửa gì', en: 'Reason, so that the office knows what to mend' },
  confirmSendBack: { vi: 'Trả lại với lý do này', en: 'Send back with this reason' },
  confirmRevert: { vi: 'Hủy duyệt với lý do này', en: 'Undo with this reason' },
  changed: {
    vi: 'Báo cáo đã thay đổi so với bản bạn đã xem; trang vừa tải bản mới, hãy xem lại rồi bấm lần nữa.',
    en: 'The return has changed since you looked; the page shows it anew. Look again, then repeat.',
  },
} satisfies Messages;
