import { formatDong, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

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
  projectUnknown: () =>
    new Problem(404, 'PROJECT-NOT-FOUND', 'Không tìm thấy dự án này.', 'There is no such project.'),
  segmentUnknown: () =>
    new Problem(422, 'SEGMENT-UNKNOWN', 'Dự án không có đoạn (đợt) này.', 'The project has no such segment.'),
  segmentTaken: () =>
    new Problem(
      409,
      'SEGMENT-NAME-TAKEN',
      'Dự án đã có đoạn (đợt) mang tên này.',
      'The project already has a segment of this name.',
    ),
  notHolder: () =>
    new Problem(
      403,
      'PROJECT-NOT-HELD',
      'Chỉ chủ đầu tư hoặc cơ quan tài chính mới giao được đoạn cho đơn vị khác.',
      'Only the owner of the project or the finance office can give a segment to another office.',
    ),
  dateInFuture: (field: string) =>
    new Problem(
      422,
      'DATE-IN-FUTURE',
      'Ngày này chưa đến; hãy ghi ngày đã thực hiện.',
      'This day has not come yet; give the day on which it was done.',
      { field },
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
  notOpen: () =>
    new Problem(
      409,
      'BLOCKER-CLOSED',
      'Vướng mắc đã đóng; hãy mở lại trước.',
      'The blocker is closed; reopen it first.',
    ),
  advanceUnknown: () =>
    new Problem(404, 'ADVANCE-NOT-FOUND', 'Không có khoản tạm ứng này.', 'There is no such advance.'),
  beforeAdvance: () =>
    new Problem(422, 'ADVANCE-BEFORE', 'Ngày này sớm hơn ngày tạm ứng.', 'That is before the advance.', {
      field: 'on',
    }),
  advanceExceeded: (left: string) =>
    new Problem(
      422,
      'ADVANCE-EXCEEDED',
      `Khoản tạm ứng chỉ còn ${formatDong(BigInt(left))} đồng.`,
      `Only ${left} đồng of the advance are left.`,
      { left },
    ),
  closingItemUnknown: () =>
    new Problem(404, 'CLOSING-ITEM-NOT-FOUND', 'Không có khoản này.', 'There is no such item.'),
  debtWithoutAmount: () =>
    new Problem(
      422,
      'DEBT-WITHOUT-AMOUNT',
      'Nợ đọng phải ghi số tiền (amount).',
      'A debt needs its amount.',
      { field: 'amount' },
    ),
  settledBeforeOwed: () =>
    new Problem(
      422,
      'SETTLED-BEFORE-OWED',
      'Ngày này sớm hơn ngày bắt đầu nợ.',
      'That is before it was owed.',
      { field: 'on' },
    ),
  proofIncomplete: () =>
    new Problem(
      422,
      'PROOF-INCOMPLETE',
      'Căn cứ phải có văn bản, tệp, hoặc đủ báo cáo, trang và ô.',
      'A proof needs a document, a file, or a return with sheet and cell.',
      { field: 'proof' },
    ),
  proofUnknown: (field: 'returnId' | 'fileId') =>
    new Problem(
      422,
      'PROOF-UNKNOWN',
      'Không có báo cáo hoặc tệp này của dự án.',
      'There is no such return or file of the project.',
      { field },
    ),
  evidenceFileUnknown: () =>
    new Problem(404, 'EVIDENCE-FILE-NOT-FOUND', 'Không tìm thấy tệp này.', 'There is no such file.'),
  evidenceFileKind: () =>
    new Problem(
      422,
      'EVIDENCE-FILE-KIND',
      'Chỉ nhận tệp PDF, ảnh JPEG hoặc PNG, Word (.docx), Excel (.xlsx).',
      'Only PDF, JPEG or PNG, Word (.docx) and Excel (.xlsx) files are taken.',
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
  nothingToChange: () =>
    new Problem(422, 'NOTHING-TO-CHANGE', 'Chưa có gì để thay đổi.', 'There is nothing to change.'),
} as const;
