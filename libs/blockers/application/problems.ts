import { businessDate, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { dateInFuture, nothingToChange, Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  blockerUnknown: () =>
    new Problem(404, 'BLOCKER-NOT-FOUND', 'Không tìm thấy vướng mắc này.', 'There is no such blocker.'),
  seriesTooLong: () =>
    new Problem(
      400,
      'SERIES-TOO-LONG',
      'Khoảng thời gian dài hơn hai năm.',
      'The range is longer than two years.',
    ),
  heldWithoutReason: () =>
    new Problem(
      422,
      'HELD-WITHOUT-REASON',
      'Ghi số vốn bị giữ khác kế hoạch trừ giải ngân thì phải nêu lý do (reason).',
      'An amount other than plan less disbursed needs a reason.',
      { field: 'reason' },
    ),
  dueBeforeOpened: (opened: PlainDate) =>
    new Problem(
      422,
      'DUE-BEFORE-OPENED',
      `Vướng mắc phát sinh ngày ${formatPlainDate(opened)}; hạn xử lý không thể sớm hơn.`,
      `It began on ${formatPlainDate(opened)}; it can't be due before.`,
      { field: 'due' },
    ),
  textBlank: (field: string) =>
    new Problem(
      422,
      'TEXT-BLANK',
      'Nội dung này đang trống; hãy ghi bằng chữ.',
      'This says nothing; put it in words.',
      { field },
    ),
  openedAfterNamed: (named: PlainDate) =>
    new Problem(
      422,
      'OPENED-AFTER-NAMED',
      `Báo cáo ngày ${formatPlainDate(named)} đã nêu vướng mắc này; ngày phát sinh không thể muộn hơn.`,
      `The return of ${formatPlainDate(named)} names it already; it can't have begun later.`,
      { field: 'openedOn' },
    ),
  closedBeforeNamed: (named: PlainDate) =>
    new Problem(
      422,
      'CLOSED-BEFORE-NAMED',
      `Báo cáo ngày ${formatPlainDate(named)} vẫn nêu vướng mắc này; ngày giải quyết không thể sớm hơn.`,
      `The return of ${formatPlainDate(named)} still names it; it can't have been solved before.`,
      { field: 'on' },
    ),
  beforeOpening: (opened: PlainDate) =>
    new Problem(
      422,
      'BEFORE-OPENING',
      `Vướng mắc phát sinh ngày ${formatPlainDate(opened)}; việc này không thể sớm hơn.`,
      `It began on ${formatPlainDate(opened)}; this can't have been done before.`,
      { field: 'on' },
    ),
  blockerItself: () =>
    new Problem(
      422,
      'BLOCKER-ITSELF',
      'Không thể gộp một vướng mắc vào chính nó.',
      'A blocker can not be merged into itself.',
      { field: 'into' },
    ),
  blockersOfTwoProjects: () =>
    new Problem(
      422,
      'BLOCKERS-OF-TWO-PROJECTS',
      'Hai vướng mắc thuộc hai dự án khác nhau.',
      'The two are blockers of different projects.',
      { field: 'into' },
    ),
  keyReused: (doneAt: Date) =>
    new Problem(
      409,
      'ACTION-KEY-REUSED',
      `Mã gửi này đã dùng để ghi việc khác ngày ${formatPlainDate(businessDate(doneAt))}; hãy ghi lại việc này.`,
      `This key was used for something else on ${formatPlainDate(businessDate(doneAt))}; write it down anew.`,
      { field: 'clientKey' },
    ),
  notOpen: () =>
    new Problem(
      409,
      'BLOCKER-CLOSED',
      'Vướng mắc đã đóng; hãy mở lại trước.',
      'The blocker is closed; reopen it first.',
    ),
  notYours: () =>
    new Problem(
      403,
      'NOT-YOURS-TO-ACT',
      'Việc này không thuộc đơn vị hoặc chức năng của bạn; xem "Đến lượt" của vướng mắc.',
      'This is not up to your office or role; see whose turn it is.',
    ),
  officeUnknown: () =>
    new Problem(
      422,
      'OFFICE-UNKNOWN',
      'Không có đơn vị này trong cùng hệ thống, hoặc đơn vị đã kết thúc hoạt động.',
      'There is no such organisation below the same top office, or it has ended.',
      { field: 'organizationId' },
    ),
  officeResponsible: () =>
    new Problem(
      422,
      'OFFICE-ALREADY-RESPONSIBLE',
      'Vướng mắc đang thuộc đơn vị này.',
      'It is the turn of this organisation already.',
      { field: 'organizationId' },
    ),
  dueUnchanged: () =>
    new Problem(
      422,
      'DUE-UNCHANGED',
      'Hạn đề nghị trùng với hạn hiện tại.',
      'The day that is asked for is the present one.',
      { field: 'due' },
    ),
  dueBeforeToday: () =>
    new Problem(
      422,
      'DUE-BEFORE-TODAY',
      'Hạn đề nghị đã qua; hãy chọn từ hôm nay trở đi.',
      'The day that is asked for has passed; choose today or later.',
      { field: 'due' },
    ),
  reasonMissing: () =>
    new Problem(
      422,
      'REASON-MISSING',
      'Không chấp nhận thì phải nêu lý do (reason).',
      'A refusal needs a reason.',
      { field: 'reason' },
    ),
  proposalOpen: () =>
    new Problem(
      409,
      'PROPOSAL-OPEN',
      'Đã có một đề nghị đang chờ trả lời; hãy rút đề nghị đó trước.',
      'A proposal of this kind is waiting for an answer; withdraw it first.',
    ),
  proposalGone: () =>
    new Problem(
      409,
      'PROPOSAL-GONE',
      'Đề nghị này không còn chờ trả lời (đã rút, đã quyết định hoặc đã thay bằng đề nghị khác); hãy tải lại trang.',
      'This proposal no longer waits for an answer (withdrawn, decided, or another one now); load the page again.',
    ),
  remarkUnknown: () =>
    new Problem(
      422,
      'REMARK-UNKNOWN',
      'Ô này không có ghi chú về dự án trong một báo cáo mà bạn được xem.',
      'This cell holds no remark on the project in a return that you may see.',
      { field: 'source' },
    ),
  remarkAccepted: (blockerId: string) =>
    new Problem(
      409,
      'REMARK-ACCEPTED',
      'Ghi chú này đã được mở thành vướng mắc; hãy xử lý trên vướng mắc đó.',
      'A blocker was opened from this remark; go on with that blocker.',
      { blockerId },
    ),
  dateInFuture,
  nothingToChange,
} as const;
