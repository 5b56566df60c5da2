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
  'event-take-back': { vi: 'Lấy lại câu trả lời', en: 'Answers taken back' },
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

/** The sums of a return, what it changes, and what is left to mend. */
export const sumWords = {
  sums: { vi: 'Tổng của báo cáo', en: 'Sums of the return' },
  sumStated: { vi: 'Cộng lại từ các dòng dự án', en: 'Added up from its projects' },
  ofPlan: { vi: 'kế hoạch ghi trong biểu', en: 'plan as it states' },
  rateOf: {
    vi: (rate: string) => `Tỷ lệ ${rate} trên kế hoạch năm ghi trong biểu.`,
    en: (rate: string) => `${rate} of the year's plan as it states.`,
  },
  sumChange: { vi: 'Các dự án ấy, so với kỳ trước', en: 'These projects, against the date before' },
  before: { vi: 'Kỳ trước', en: 'Before' },
  sumPlanChange: {
    vi: 'Các dự án ấy, so với kế hoạch trước đó',
    en: 'These projects, against the plan before',
  },
  planBefore: { vi: 'Trước quyết định này', en: 'Before this decision' },
  planThis: { vi: 'Sau quyết định này', en: 'After this decision' },
  planNamed: {
    vi: (amount: string) => `Quyết định ghi ${amount}; phần vốn không nêu vẫn giữ nguyên.`,
    en: (amount: string) => `The decision names ${amount}; what it doesn’t name stays.`,
  },
  keptFor: {
    vi: (count: number) => `${count} dự án không có, giữ nguyên`,
    en: (count: number) => `${count} not in it, kept as they are`,
  },
  replaced: {
    vi: (amount: string) => `bản đã duyệt: ${amount}`,
    en: (amount: string) => `the approved one: ${amount}`,
  },
  notReplaced: { vi: 'bản đã duyệt chưa có số', en: 'no amount in the approved one' },
  replacedInParts: {
    vi: 'bản đã duyệt cùng tổng, khác ở nguồn, loại vốn, khối lượng, tạm ứng hoặc ước',
    en: 'the approved one has the same sum; sources, plan types, work, advances or estimates differ',
  },
  leftOut: {
    vi: (count: number, amount: string) =>
      `${count} dự án của bản đã duyệt không có ở đây; duyệt bản này thì ${amount} của bản ấy thôi tính`,
    en: (count: number, amount: string) =>
      `${count} projects of the approved return are not in this one; once approved, their ${amount} there counts no longer`,
  },
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
  nothingRead: {
    vi: 'Chưa đọc được dòng nào để so sánh.',
    en: 'No row could be read yet to compare.',
  },
  sumState: { vi: 'Kiểm tra', en: 'Checks' },
  allClear: { vi: 'Không còn gì phải sửa', en: 'Nothing to mend' },
  stillOpen: {
    vi: (count: number) => `Còn ${count} chỗ`,
    en: (count: number) => `${count} places left`,
  },
  toCheck: {
    vi: (count: number) => `${count} chỗ nên xem lại; không cản việc gửi.`,
    en: (count: number) => `${count} worth a look; they don't stop it.`,
  },
  totalSoFar: {
    vi: 'Tổng trên chưa gồm các ô chưa đọc được.',
    en: 'The sum leaves out cells that could not be read.',
  },
} satisfies Messages;

/** What approving a return lowers. */
export const consequenceWords = {
  lowers: { vi: 'Duyệt sẽ làm giảm số đang tính', en: 'Approving this lowers figures that count' },
  moves: {
    vi: 'Duyệt sẽ làm số của một số dự án giảm hoặc không còn',
    en: 'Approving this takes from some projects',
  },
  reasonFollows: {
    vi: 'Người duyệt phải ghi lý do; lý do được lưu trong diễn biến của báo cáo.',
    en: 'Whoever approves it gives a reason, which stays in the history of the return.',
  },
  planned: {
    vi: (capital: string, day: string) => `Tổng ${capital}, áp dụng từ ${day}`,
    en: (capital: string, day: string) => `Total of ${capital}, from ${day} on`,
  },
  reported: {
    vi: (capital: string, day: string) => `Giải ngân ${capital}, lũy kế đến ${day}`,
    en: (capital: string, day: string) => `Disbursed of ${capital}, to ${day}`,
  },
  treasury: {
    vi: (capital: string, day: string) => `Kho bạc thanh toán ${capital}, lũy kế đến ${day}`,
    en: (capital: string, day: string) => `Paid by the Treasury of ${capital}, to ${day}`,
  },
  completed: {
    vi: (capital: string, day: string) => `Thanh toán khối lượng hoàn thành ${capital}, lũy kế đến ${day}`,
    en: (capital: string, day: string) => `Paid for completed work of ${capital}, to ${day}`,
  },
  advance: {
    vi: (capital: string, day: string) => `Tạm ứng ${capital}, lũy kế đến ${day}`,
    en: (capital: string, day: string) => `Advanced of ${capital}, to ${day}`,
  },
  ofSource: {
    vi: (capital: string, source: string) => `${capital}, nguồn ${source}`,
    en: (capital: string, source: string) => `${capital}, source ${source}`,
  },
  'current-year': {
    vi: (year: number) => `kế hoạch vốn năm ${year}`,
    en: (year: number) => `the plan of ${year}`,
  },
  'carried-over': {
    vi: (year: number) => `vốn kéo dài sang năm ${year}`,
    en: (year: number) => `capital carried over to ${year}`,
  },
  'advanced-from-next-year': {
    vi: (year: number) => `vốn ứng trước kế hoạch năm sau, năm ${year}`,
    en: (year: number) => `advances on next year’s plan, ${year}`,
  },
  'advanced-last-year': {
    vi: (year: number) => `vốn ứng trước năm trước chuyển sang năm ${year}`,
    en: (year: number) => `last year’s advances, ${year}`,
  },
  cleared: {
    vi: (what: string, day: string) => `Tổng ${what}, đến ${day}`,
    en: (what: string, day: string) => `Total of ${what}, to ${day}`,
  },
  vanishes: {
    vi: (count: number) => `${count} dự án không còn số liệu`,
    en: (count: number) => `${count} ${count === 1 ? 'project is' : 'projects are'} left with nothing`,
  },
  falls: {
    vi: (count: number) => `${count} dự án giảm`,
    en: (count: number) => `${count} ${count === 1 ? 'project falls' : 'projects fall'}`,
  },
  onDay: { vi: (day: string) => `Tại ngày ${day}`, en: (day: string) => `On ${day}` },
  project: { vi: 'Dự án', en: 'Project' },
  before: { vi: 'Đang có hiệu lực', en: 'In force' },
  after: { vi: 'Sau khi duyệt', en: 'Once approved' },
  nothing: { vi: 'không còn', en: 'nothing' },
} satisfies Messages;

/** What whoever approves a fall is asked for. */
export const loweringWords = {
  reviewLowers: {
    vi: 'Duyệt sẽ làm giảm số đang tính, xem phần nền đỏ ở trên; phải ghi lý do.',
    en: 'Approving this lowers figures that count, as the red part above shows; it takes a reason.',
  },
  reviewRegisters: {
    vi: (count: number) => `Duyệt sẽ ghi ${count} dự án mới đứng tên đơn vị gửi, xem danh sách ở trên.`,
    en: (count: number) =>
      `Approving this registers ${count} new ${count === 1 ? 'project' : 'projects'} under the sender, listed above.`,
  },
  approveRegisters: {
    vi: (count: number) => `Duyệt và ghi ${count} dự án mới`,
    en: (count: number) => `Approve, registering ${count}`,
  },
  lowerReason: { vi: 'Lý do duyệt số giảm', en: 'Why the total may fall' },
  confirmLower: { vi: 'Duyệt với lý do này', en: 'Approve with this reason' },
  approveLower: { vi: 'Duyệt…', en: 'Approve…' },
} satisfies Messages;

/** Whose projects are, after a plan that had handed them over was undone or replaced. */
export const ownerWords = {
  moved: {
    vi: (project: string, from: string, to: string) =>
      `Dự án ${project}: chủ đầu tư chuyển từ “${from}” về “${to}”.`,
    en: (project: string, from: string, to: string) => `Project ${project} went from “${from}” to “${to}”.`,
  },
  keeps: {
    vi: (project: string, owner: string, wouldBe: string) =>
      `Dự án ${project} vẫn thuộc “${owner}”, chưa chuyển về “${wouldBe}”:`,
    en: (project: string, owner: string, wouldBe: string) =>
      `Project ${project} stays with “${owner}” and didn’t go to “${wouldBe}”:`,
  },
  reported: {
    vi: 'đã có báo cáo được duyệt của chủ đầu tư mới. Hãy xem báo cáo đó, hoặc sửa chủ đầu tư ở trang dự án.',
    en: 'an approved return of the new owner counts. Look at that return, or correct the owner on the project’s page.',
  },
  'handed-on': {
    vi: 'sau đó dự án đã được chuyển tiếp. Nếu chưa đúng, hãy sửa chủ đầu tư ở trang dự án.',
    en: 'it was handed on since. If that isn’t right, correct the owner on the project’s page.',
  },
  'owner-changed': {
    vi: 'sau đó chủ đầu tư đã được sửa. Nếu chưa đúng, hãy sửa ở trang dự án.',
    en: 'its owner was changed since. If that isn’t right, correct it on the project’s page.',
  },
  'name-taken': {
    vi: 'đơn vị đó đã có dự án cùng tên, cả hai đều chưa có mã. Hãy ghi mã dự án rồi sửa chủ đầu tư ở trang dự án.',
    en: 'that office has a project of this name, and neither has a code. Give it a code, then correct the owner on the project’s page.',
  },
} satisfies Messages;
