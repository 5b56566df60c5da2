import { Problem } from '../problems/problem';

export const mailUnknown = (): Problem =>
  new Problem(404, 'NOT-FOUND', 'Không tìm thấy thư này.', 'There is no such mail.');

export const mailAlreadySent = (): Problem =>
  new Problem(
    409,
    'MAIL-SENT',
    'Máy chủ thư đã nhận thư này; hệ thống không gửi lần thứ hai.',
    'A mail server has taken this mail; it is not sent a second time.',
  );

export const mailBeingSent = (): Problem =>
  new Problem(
    409,
    'MAIL-BEING-SENT',
    'Thư đang được gửi. Hãy xem lại kết quả sau vài phút.',
    'The mail is being sent. Look again in a few minutes.',
  );
