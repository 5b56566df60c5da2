import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

/** Every refusal of this context: Vietnamese first. */
export const problems = {
  outsideScope: () =>
    new Problem(
      422,
      'DIGEST-SCOPE',
      'Người này không được xem cơ quan, đơn vị đã chọn; hãy chọn đơn vị thuộc phạm vi của họ hoặc đổi cơ quan của tài khoản.',
      'This person may not see the chosen organisation; choose one within their scope, or change the account’s organisation.',
    ),
  notFrozen: (week: PlainDate) =>
    new Problem(
      404,
      'SNAPSHOT-NOT-FOUND',
      `Tuần ${formatPlainDate(week)} chưa được chốt; tuần được gọi theo ngày chốt số (thứ Năm), chốt lúc 7 giờ thứ Sáu.`,
      `Week ${formatPlainDate(week)} isn't frozen; a week is called by the date of its cut-off (Thursday) and frozen on Friday at 7:00.`,
    ),
  nothingFrozen: () =>
    new Problem(404, 'SNAPSHOT-NOT-FOUND', 'Chưa có tuần nào được chốt.', 'No week is frozen yet.'),
  letterUnknown: () =>
    new Problem(
      404,
      'DIGEST-LETTER-NOT-FOUND',
      'Người này không nhận thư tuần, hoặc thư có số liệu ngoài phạm vi được xem.',
      'This person gets no weekly letter, or one of organisations that you may not see.',
    ),
  linkInvalid: () =>
    new Problem(
      404,
      'DIGEST-LINK-INVALID',
      'Liên kết không đúng. Hãy dùng liên kết trong thư, hoặc báo quản trị viên.',
      'The link is not right. Use the one in the letter, or tell the administrator.',
    ),
} as const;
