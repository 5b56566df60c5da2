import { type Messages, withValues } from '../../language';

/** What can be done with a return, and what has been. */
export const stepWords = {
  history: { vi: 'Lịch sử xử lý', en: 'History' },
  'event-received': { vi: 'Nhận tệp', en: 'File received' },
  'event-start-reading': { vi: 'Bắt đầu đọc', en: 'Reading began' },
  'event-find-fault': {
    vi: 'Đọc xong, còn chỗ phải sửa hoặc trả lời',
    en: 'Read; some things to mend or answer',
  },
  'event-find-ready': { vi: 'Đọc xong, sẵn sàng gửi', en: 'Read; ready to send' },
  'event-fail': { vi: 'Không đọc được', en: 'Could not be read' },
  'event-answer': { vi: 'Trả lời câu hỏi', en: 'Questions answered' },
  'event-take-back': { vi: 'Lấy lại câu trả lời', en: 'Answers taken back' },
  'event-correct': { vi: 'Ghi số đính chính', en: 'Corrections declared' },
  'event-take-back-corrections': { vi: 'Lấy lại số đính chính', en: 'Corrections taken back' },
  'event-map': { vi: 'Chỉ chỗ của bảng', en: 'Tables described' },
  'event-read-again': { vi: 'Cho đọc lại', en: 'Read again' },
  'event-submit': { vi: 'Gửi', en: 'Sent' },
  'event-approve': { vi: 'Duyệt', en: 'Approved' },
  'event-send-back': { vi: 'Trả lại', en: 'Sent back' },
  'event-withdraw': { vi: 'Rút lại', en: 'Withdrawn' },
  'event-discard': { vi: 'Bỏ, chưa gửi', en: 'Given up, not sent' },
  'event-restore': { vi: 'Khôi phục', en: 'Taken up again' },
  'event-supersede': { vi: 'Có bản mới được duyệt thay', en: 'A newer one was approved' },
  'event-reinstate': { vi: 'Được tính trở lại', en: 'Counts again' },
  'event-revert': { vi: 'Hủy duyệt', en: 'Approval undone' },

  dock: { vi: 'Việc cần làm với báo cáo', en: 'What to do with the return' },
  whichProjects: withValues('{} dự án cần xác định là dự án nào', '{} projects: which are they?'),
  allProjects: withValues('Trả lời giống nhau cho cả {} dự án', 'The same answer for all {} projects'),
  askedLater: {
    vi: 'Trả lời các câu đã hiện trước; hệ thống đọc lại rồi hỏi tiếp phần còn lại.',
    en: 'Answer those that are shown first; the rest is asked once the file is read again.',
  },
  thingsToDo: {
    vi: (count: number, which: string) => `${count} việc cần làm: ${which}`,
    en: (count: number, which: string) => `${count} ${count === 1 ? 'thing' : 'things'} to do: ${which}`,
  },
  toDo: {
    vi: (mend: number, answer: number) =>
      [
        ...(mend > 0 ? [`${mend} chỗ phải sửa`] : []),
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
  canSendOlder: {
    vi: 'Đây là bản cũ: đã có tệp mới hơn của cùng kỳ.',
    en: 'This is the older one: a newer file of the period is here.',
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
  marked: { vi: 'Tải xuống tệp đánh dấu', en: 'Marked workbook' },
  replace: { vi: 'Nạp tệp đã sửa', en: 'Upload the mended file' },
  send: { vi: 'Gửi phòng Tài chính', en: 'Send to the finance office' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  discard: { vi: 'Bỏ báo cáo này', en: 'Discard this return' },
  withdrawWhat: {
    vi: 'Rút lại thì phòng Tài chính không duyệt báo cáo này nữa, và báo cáo tính là chưa gửi cho đến khi bạn gửi lại. Tệp và câu trả lời giữ nguyên; gửi lại không phải nạp lại tệp.',
    en: 'Once withdrawn the finance office approves it no more, and it counts as not sent until you send it again. File and answers stay; it can be sent again without another upload.',
  },
  withdrawNow: { vi: 'Rút lại báo cáo', en: 'Withdraw the return' },
  discardWhat: {
    vi: 'Bỏ thì báo cáo này không còn chờ bạn gửi. Tệp và câu trả lời vẫn giữ; cần thì mở lại và khôi phục.',
    en: 'Given up, it no longer waits for you. File and answers are kept; open it and take it up again if need be.',
  },
  discardNow: { vi: 'Bỏ báo cáo', en: 'Discard it' },
  restore: { vi: 'Khôi phục báo cáo', en: 'Take it up again' },
  keepAsIs: { vi: 'Để nguyên', en: 'Leave it' },
  saysDiscarded: {
    vi: 'Đã bỏ, không chờ gửi. Tệp và câu trả lời vẫn giữ; khôi phục để làm tiếp.',
    en: 'Given up; it waits for nobody. File and answers are kept; take it up again to go on.',
  },
  saysSubmitted: withValues(
    'Đã gửi {}, chờ phòng Tài chính duyệt.',
    'Sent {}; the finance office will look at it.',
  ),
  saysApproved: withValues('Đã duyệt {}; số liệu được tính.', 'Approved {}; its figures count.'),
  saysSuperseded: {
    vi: 'Một bản mới hơn đã được duyệt thay bản này.',
    en: 'A newer return has replaced this one.',
  },
  seeSuccessor: { vi: 'Xem bản mới', en: 'See the newer one' },
  saysFailed: { vi: 'Tệp này không đọc được thành báo cáo.', en: 'This file could not be read as a return.' },
  reviewSay: withValues(
    '{change}; {checks} chỗ nên xem lại. Duyệt thì số được tính ngay.',
    '{change}; {checks} worth a look. Once approved the figures count.',
  ),
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

/** The sums of a return, what it changes, and what is left to mend. */
export const sumWords = {
  sums: { vi: 'Tổng của báo cáo', en: 'Sums of the return' },
  sumStated: { vi: 'Cộng lại từ các dòng dự án', en: 'Added up from its projects' },
  ofPlan: { vi: 'kế hoạch ghi trong biểu', en: 'plan as it states' },
  rateOf: withValues('Tỷ lệ {} trên kế hoạch năm ghi trong biểu.', "{} of the year's plan as it states."),
  sumChange: { vi: 'Các dự án ấy, so với kỳ trước', en: 'These projects, against the date before' },
  before: { vi: 'Kỳ trước', en: 'Before' },
  sumPlanChange: {
    vi: 'Các dự án ấy, so với kế hoạch trước đó',
    en: 'These projects, against the plan before',
  },
  planBefore: { vi: 'Trước quyết định này', en: 'Before this decision' },
  planThis: { vi: 'Sau quyết định này', en: 'After this decision' },
  planNamed: withValues(
    'Quyết định ghi {}; phần vốn không nêu vẫn giữ nguyên.',
    'The decision names {}; what it doesn’t name stays.',
  ),
  keptFor: withValues('{} dự án không có, giữ nguyên', '{} not in it, kept as they are'),
  replaced: withValues('bản đã duyệt: {}', 'the approved one: {}'),
  notReplaced: { vi: 'bản đã duyệt chưa có số', en: 'no amount in the approved one' },
  replacedInParts: {
    vi: 'bản đã duyệt cùng tổng, khác ở nguồn, loại vốn, khối lượng, tạm ứng hoặc ước',
    en: 'the approved one has the same sum; sources, plan types, work, advances or estimates differ',
  },
  leftOut: withValues(
    '{count} dự án của bản đã duyệt không có ở đây; duyệt bản này thì {amount} của bản ấy thôi tính',
    '{count} projects of the approved return are not in this one; once approved, their {amount} there counts no longer',
  ),
  thisReturn: { vi: 'Báo cáo này', en: 'This return' },
  change: { vi: 'Tăng, giảm', en: 'Change' },
  planNothingBefore: {
    vi: 'Trước quyết định này chưa giao vốn.',
    en: 'Nothing was assigned before this decision.',
  },
  nothingBefore: {
    vi: 'Trước ngày này chưa có số nào được duyệt.',
    en: 'Nothing dated before it has been approved.',
  },
  nothingSaid: {
    vi: 'Báo cáo không ghi số nào để so sánh.',
    en: 'The return says no amount to compare.',
  },
  nothingRead: {
    vi: 'Chưa đọc được dòng nào để so sánh.',
    en: 'No row could be read yet to compare.',
  },
  sumState: { vi: 'Kiểm tra', en: 'Checks' },
  allClear: { vi: 'Không còn gì phải sửa', en: 'Nothing to mend' },
  stillOpen: withValues('Còn {} việc', '{} things left'),
  toCheck: withValues('{} chỗ nên xem lại; vẫn gửi được.', "{} worth a look; they don't stop it."),
  ofWhichOutside: withValues(
    'Trong đó {count} dự án ngoài kế hoạch: {amount}, duyệt rồi không tính vào tổng và tỷ lệ chung.',
    'Of which {amount} of {count} projects outside the plan: once approved, in no total and no rate.',
  ),
  totalSoFar: withValues(
    'Tổng chưa đủ: {} dự án còn ô chưa chốt.',
    'Not the whole sum: {} projects have cells that are still open.',
  ),
} satisfies Messages;

/** What a choice is held against. */
const AGAINST = {
  plan: { vi: 'sổ kế hoạch', en: 'the plan ledger' },
  'last-return': { vi: 'số đã duyệt kỳ trước', en: 'the figures approved before' },
  'stated-totals': { vi: 'các dòng tổng ghi trong tệp', en: 'the totals stated in the file' },
  'stated-rates': { vi: 'các tỷ lệ ghi trong tệp', en: 'the rates stated in the file' },
} as const;

/** Against these, cells differ; against what is known, projects. */
const STATED = { 'stated-totals': true, 'stated-rates': true } as const;

/** What a choice would make of the return, and with what that agrees. */
export const effectWords = {
  effectTotal: withValues(
    'Kế hoạch {planned} · giải ngân {disbursed}',
    'Plan {planned} · disbursed {disbursed}',
  ),
  effectUnread: { vi: 'chưa đọc được', en: 'not read yet' },
  effectAgrees: {
    vi: (against: readonly (keyof typeof AGAINST)[]) =>
      `Khớp ${against.map((one) => AGAINST[one].vi).join(', ')}`,
    en: (against: readonly (keyof typeof AGAINST)[]) =>
      `Agrees with ${against.map((one) => AGAINST[one].en).join(', ')}`,
  },
  effectDiffers: {
    vi: (against: keyof typeof AGAINST, amounts: readonly [string, string] | null, cells: number | null) =>
      `Không khớp ${AGAINST[against].vi}${amounts === null ? '' : `: ${amounts[0]} so với ${amounts[1]}`}${
        cells === null ? '' : `: lệch ${cells} ${against in STATED ? 'ô' : 'dự án'}`
      }`,
    en: (against: keyof typeof AGAINST, amounts: readonly [string, string] | null, cells: number | null) =>
      `Does not agree with ${AGAINST[against].en}${
        amounts === null ? '' : `: ${amounts[0]} against ${amounts[1]}`
      }${cells === null ? '' : `: ${cells} ${against in STATED ? 'cells' : 'projects'} differ`}`,
  },
  effectNotLess: {
    vi: (amounts: readonly [string, string] | null) =>
      `Không giảm so với kỳ trước${amounts === null ? '' : `: tệp ${amounts[0]}, kỳ trước ${amounts[1]}`}`,
    en: (amounts: readonly [string, string] | null) =>
      `Not less than before${amounts === null ? '' : `: file ${amounts[0]}, before ${amounts[1]}`}`,
  },
  effectLeftOut: {
    vi: 'Tệp quá lớn nên chưa tính từng lựa chọn sẽ cho tổng bao nhiêu. Hãy so với số trong tệp trước khi chọn.',
    en: 'The file is too large to work out what total each choice would give. Compare with the file before choosing.',
  },
  effectUnknown: {
    vi: (against: readonly (keyof typeof AGAINST)[]) =>
      `Chưa có gì để so: ${against.map((one) => AGAINST[one].vi).join(', ')}`,
    en: (against: readonly (keyof typeof AGAINST)[]) =>
      `Nothing to compare with yet: ${against.map((one) => AGAINST[one].en).join(', ')}`,
  },
} as const;
