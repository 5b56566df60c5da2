import { type Messages, withValues } from '../../language';

/** What is said of a return that came back, of the reply to it, and of two versions of one. */
export const backWords = {
  backWhat: {
    vi: 'Số sai: sửa trong Excel rồi nạp tệp đã sửa. Số đúng: trả lời rồi gửi lại, không phải nạp lại tệp.',
    en: 'If a figure is wrong, mend it in Excel and upload the file. If it is right, reply and send it again without another upload.',
  },
  revertedWhat: {
    vi: 'Số liệu của báo cáo này không còn được tính. Số sai: sửa trong Excel rồi nạp tệp đã sửa. Số đúng: trả lời; hệ thống nạp lại chính tệp này thành báo cáo mới, bạn xem lại rồi bấm gửi.',
    en: 'The figures of this return no longer count. If one is wrong, mend it and upload the file. If they are right, reply; this very file comes in anew, for you to look at and send.',
  },
  'reply-sent-back': {
    vi: 'Số đúng, trả lời và gửi lại…',
    en: 'The figures are right: reply and send again…',
  },
  'reply-reverted': {
    vi: 'Số đúng, trả lời và nạp lại để gửi…',
    en: 'The figures are right: reply and take the file in anew…',
  },
  replyLabel: {
    vi: 'Trả lời: vì sao số đúng, đã đối chiếu với gì',
    en: 'Reply: why the figures are right, and what they were checked against',
  },
  replyAndSend: { vi: 'Trả lời và gửi lại', en: 'Reply and send again' },
  replyAnew: { vi: 'Trả lời và nạp lại, chưa gửi', en: 'Reply and take it in anew, not sent yet' },
  replyTitle: { vi: 'Đơn vị trả lời', en: 'Reply of the office' },
  askedBack: withValues('Trả lại lúc {}:', 'Sent back {}:'),
  at: withValues('lúc {}', '{}'),
  newerVersion: { vi: 'Đã có bản mới hơn', en: 'A newer version is here' },
  newerWhat: {
    vi: 'Tệp này là bản cũ, chưa gửi. Chỉ gửi nếu đúng là muốn dùng số của bản cũ.',
    en: 'This file is the older one and has not been sent. Send it only if its figures are the ones you mean.',
  },
  sendOlder: { vi: 'Gửi bản cũ này?', en: 'Send this older file?' },
  sendOlderWhat: withValues(
    'Đơn vị đã nạp tệp mới hơn cùng loại báo cáo, cùng kỳ: “{file}” ({state}). Phòng Tài chính sẽ nhận số của bản cũ.',
    'Your office has uploaded a newer file of the same kind and period: “{file}” ({state}). The finance office would get the figures of the older one.',
  ),
  sendOlderNow: { vi: 'Vẫn gửi bản cũ', en: 'Send the older file all the same' },
  twoVersions: { vi: 'Bản trước và bản này', en: 'The version before and this one' },
  versionBefore: { vi: 'Bản trước', en: 'Version before' },
  beforeSentBack: { vi: 'Bản trước bị trả lại.', en: 'The version before was sent back.' },
  beforeReverted: { vi: 'Bản trước đã bị hủy duyệt.', en: 'The approval of the version before was undone.' },
  heldAgainst: { vi: 'Bản trước là tệp', en: 'The version before is' },
  'baseline-approved': withValues(
    'duyệt {}, đang tính; duyệt bản này thì bản ấy thôi tính.',
    'approved {}, which counts until this one is approved.',
  ),
  'baseline-sent-back': withValues('bị trả lại {}.', 'sent back {}.'),
  'baseline-reverted': withValues('bị hủy duyệt {}.', 'its approval undone {}.'),
  versionsWait: withValues(
    '{}: chưa so được, vì đơn vị tính hoặc ngày số liệu của một trong hai bản còn phải trả lời.',
    '{}: nothing can be compared yet, since the unit or the date of one of the two is still asked for.',
  ),
  versionsUnread: {
    vi: (count: number) => `Chưa có tổng: ${count} dự án còn ô chưa chốt.`,
    en: (count: number) =>
      `No sum yet: ${count} ${count === 1 ? 'project has' : 'projects have'} cells that are still open.`,
  },
  versionNone: { vi: 'không có', en: 'none' },
  versionsSame: withValues('{}: hai bản giống nhau.', '{}: the two versions are the same.'),
  versionsDiffer: withValues(
    '{different} dự án khác nhau, {same} dự án giống nhau',
    '{different} projects differ, {same} are the same',
  ),
  plannedChanged: withValues('kế hoạch ghi trong biểu: {before} → {now}', 'plan as stated: {before} → {now}'),
  carriedOver: { vi: 'mang sang từ tệp trước của tuần', en: 'carried from an earlier file of the week' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  'event-send-again': { vi: 'Trả lời và gửi lại', en: 'Replied and sent again' },
  'event-carry-answers': {
    vi: 'Mang sang câu trả lời của tệp trước',
    en: 'Answers carried from the file before',
  },
} satisfies Messages;
