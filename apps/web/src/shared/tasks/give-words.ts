import { type Messages, withValues } from '../../language';

export const giveWords = {
  give: { vi: 'Giao việc', en: 'Give a task' },
  giveTo: withValues('Giao {}', 'Give to {}'),
  what: { vi: 'Việc phải làm', en: 'What is to be done' },
  whatHint: { vi: 'Không ghi tên hộ dân, số điện thoại', en: 'No names of households, no phone numbers' },
  organizationId: { vi: 'Giao cho', en: 'Give to' },
  person: { vi: 'Người làm (chức danh)', en: 'Who, by role' },
  due: { vi: 'Hạn', en: 'Due' },
  inDays: withValues('{} ngày nữa', 'in {} days'),
  concludedBy: { vi: 'Người quyết định', en: 'Who decided' },
  concludedByHint: {
    vi: 'Bạn nhập thay: cả hai người đều được ghi lại.',
    en: 'You enter for somebody: both are recorded.',
  },
  about: withValues('Về: {}', 'About: {}'),
  unreachable: {
    vi: 'Đơn vị này chưa có ai có tài khoản: không thư nào tới được, hãy báo bằng cách khác.',
    en: 'Nobody of this office has an account: no mail reaches it; let them know some other way.',
  },
  given: withValues('Đã giao {office}, hạn {due}.', 'Given to {office}, due {due}.'),
  already: withValues(
    'Việc này đã giao lúc {}; không giao lần nữa.',
    'This was given at {}; it was not given again.',
  ),
  mailed: {
    vi: 'Đơn vị nhận được thư. Có thể thu hồi cho đến khi đơn vị nhận việc.',
    en: 'The office gets a mail. It can be withdrawn until the office has accepted it.',
  },
  open: { vi: 'Mở việc', en: 'Open the task' },
  another: { vi: 'Giao việc khác', en: 'Give another' },
} satisfies Messages;
