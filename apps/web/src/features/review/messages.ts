import { type Messages, withValues } from '../../language';
import { returnWords } from '../../shared/words';

export const messages = {
  ...returnWords,

  pageTitle: { vi: 'Duyệt báo cáo', en: 'Review' },
  recPageTitle: { vi: 'Đối chiếu Kho bạc', en: 'Reconciliation with the Treasury' },

  waiting: {
    vi: (count: number) => `${count} báo cáo chờ duyệt`,
    en: (count: number) => `${count} ${count === 1 ? 'return waits' : 'returns wait'} for approval`,
  },
  nothingWaits: { vi: 'Không có báo cáo nào chờ duyệt', en: 'No return waits for approval' },
  nothingWaitsWhat: {
    vi: 'Báo cáo các đơn vị gửi sẽ hiện ở đây, chỗ thay đổi nhiều đứng trước. Trang tự cập nhật mỗi phút.',
    en: 'What offices send appears here, the largest differences first. The page looks every minute.',
  },
  queue: { vi: 'Chờ duyệt, chỗ khác nhiều đứng trước', en: 'Waiting, the most different first' },
  select: withValues('Chọn báo cáo của {}', 'Select {}'),
  selectAll: { vi: 'Chọn tất cả', en: 'Select all' },
  office: { vi: 'Đơn vị', en: 'Office' },
  what: { vi: 'Báo cáo', en: 'Return' },
  replaces: { vi: 'thay bản đã duyệt', en: 'replaces one that is approved' },
  byAnother: { vi: 'bạn đã gửi: người khác duyệt', en: 'you sent it: another person approves' },
  lowers: {
    vi: 'làm giảm số đang tính: phải ghi lý do',
    en: 'lowers figures that count: takes a reason',
  },
  besideNewer: withValues(
    'bản cũ; bản mới hơn cũng đang chờ: {}',
    'the older one; a newer one waits too: {}',
  ),
  besideOlder: withValues(
    'bản mới hơn; bản cũ cũng đang chờ: {}',
    'the newer one; an older one waits too: {}',
  ),
  apartOlder: withValues(
    'bản cũ của kỳ này ({file}); bản mới hơn cũng đang chờ: {newer}. Mở từng bản rồi duyệt hay trả lại.',
    'the older one of the period ({file}); a newer one waits too: {newer}. Open each, then approve or send it back.',
  ),
  moves: {
    vi: 'làm số của một số dự án giảm hoặc không còn: phải ghi lý do',
    en: 'takes from some projects: takes a reason',
  },
  registers: {
    vi: (count: number) => `ghi ${count} dự án mới đứng tên đơn vị gửi`,
    en: (count: number) => `registers ${count} new ${count === 1 ? 'project' : 'projects'} under the sender`,
  },
  apartLowers: {
    vi: 'làm giảm số đang tính; mở báo cáo, xem số trước, số sau rồi duyệt với lý do.',
    en: 'lowers figures that count; open it, look at before and after, and approve it with a reason.',
  },
  apartMoves: {
    vi: 'làm số của một số dự án giảm hoặc không còn; mở báo cáo, xem là dự án nào rồi duyệt với lý do.',
    en: 'takes from some projects; open it, see which, and approve it with a reason.',
  },
  apartRegisters: {
    vi: 'ghi dự án mới đứng tên đơn vị gửi; mở báo cáo, xem là dự án nào rồi duyệt.',
    en: 'registers new projects under the sender; open it, see which they are, and approve it there.',
  },
  counted: { vi: 'Đang tính', en: 'Counts now' },
  says: { vi: 'Báo cáo này', en: 'This return' },
  change: { vi: 'Tăng, giảm', en: 'Change' },
  projects: { vi: 'Dự án', en: 'Projects' },
  findings: { vi: 'Nên xem lại', en: 'Worth a look' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  reasons: { vi: 'Câu trả lời, lý do của đơn vị', en: 'Answers and reasons of offices' },
  reasonsOf: withValues(
    '{office}, {what}: {answers} câu trả lời, {corrections} số đính chính',
    '{office}, {what}: {answers} answers, {corrections} declared corrections',
  ),
  reasonsOpen: withValues('{office}, {what}: xem câu trả lời', '{office}, {what}: see the answers'),
  reasonsNone: { vi: 'Không có câu hỏi nào phải trả lời.', en: 'Nothing had to be answered.' },
  before: { vi: 'Trước', en: 'Before' },
  projectOrCell: { vi: 'Dự án, chỗ', en: 'Project, place' },
  answered: { vi: 'Trả lời, số đính chính', en: 'Answered, corrected' },
  reply: withValues('Trả lời lý do trả lại: “{}”', 'Reply to why it came back: “{}”'),
  wholeFile: { vi: 'Cả tệp', en: 'The whole file' },
  openReturn: { vi: 'Mở báo cáo', en: 'Open the return' },
  new: withValues('{} mới', '{} new'),
  fell: withValues('{} giảm', '{} fell'),
  missing: withValues('{} thiếu', '{} missing'),
  grew: withValues('{} tăng', '{} grew'),

  dock: { vi: 'Việc với các báo cáo đã chọn', en: 'With the selected returns' },
  chosen: {
    vi: (count: number) => `Đã chọn ${count} báo cáo.`,
    en: (count: number) => `${count} ${count === 1 ? 'return' : 'returns'} selected.`,
  },
  approveAll: withValues('Duyệt {} báo cáo', 'Approve {}'),
  sendBackAll: withValues('Trả lại {} báo cáo…', 'Send {} back…'),
  reasonFor: { vi: 'Lý do, để đơn vị biết phải sửa gì', en: 'Reason, so that the office knows what to mend' },
  confirmSendBack: { vi: 'Trả lại với lý do này', en: 'Send back with this reason' },
  'done-approval': withValues('Đã duyệt {count} báo cáo: {files}.', '{count} approved: {files}.'),
  'done-sending-back': withValues(
    'Đã trả lại {count} báo cáo: {files}; đơn vị được báo qua thư.',
    '{count} sent back: {files}; the offices get a mail.',
  ),
  noneDone: { vi: 'Chưa làm được với báo cáo nào.', en: 'Nothing could be done.' },

  silent: {
    vi: (count: number, day: string) => `Khi chốt tuần đến ${day}: ${count} đơn vị chưa gửi báo cáo`,
    en: (count: number, day: string) =>
      `At the cut of the week to ${day}: ${count} ${count === 1 ? 'office had' : 'offices had'} not sent the return`,
  },
  allSent: withValues(
    'Mọi đơn vị đã gửi báo cáo tuần đến {}',
    'Every office has sent the return of the week to {}',
  ),
  noWeek: { vi: 'Ai chưa gửi', en: 'Who has not sent' },
  noWeekWhat: {
    vi: 'Chưa có tuần nào được chốt. Sau 07:00 thứ Sáu đầu tiên, đơn vị chưa gửi sẽ hiện ở đây.',
    en: 'No week has been frozen yet. After the first Friday 07:00 silent offices are listed here.',
  },
  'state-silent': { vi: 'chưa gửi', en: 'not sent' },
  cameLate: { vi: 'chưa gửi khi chốt', en: 'not sent at the cut' },
  'state-pending': { vi: 'đã gửi, chưa duyệt khi chốt', en: 'sent, not approved at the cut' },
  'state-sent-back': { vi: 'bị trả lại, chưa gửi lại', en: 'sent back, not sent again' },
  since: {
    vi: (state: string, at: string) => `từ đó: ${state.toLowerCase()}, ${at}`,
    en: (state: string, at: string) => `since then: ${state.toLowerCase()}, ${at}`,
  },
  lastFigure: withValues('số liệu gần nhất: {}', 'latest figures: {}'),
  neverFigure: { vi: 'chưa có số liệu nào', en: 'no figures yet' },

  changed: {
    vi: (count: number) => `${count} báo cáo đã duyệt nay có thay đổi`,
    en: (count: number) => `${count} approved ${count === 1 ? 'return has' : 'returns have'} changed since`,
  },
  unchanged: { vi: 'Chưa có gì đổi sau khi duyệt', en: 'Nothing has changed since its approval' },
  unchangedWhat: {
    vi: 'Bản bị thay hoặc bị hủy duyệt sẽ hiện ở đây, số cũ gạch ngang cạnh số mới.',
    en: 'Returns that were replaced or undone appear here, the old number struck through beside the new.',
  },
  replacedBy: { vi: 'thay bằng', en: 'replaced by' },
  undone: { vi: 'hủy duyệt', en: 'approval undone' },
  because: withValues('Lý do: “{}”', 'Reason: “{}”'),
  notReported: { vi: 'chưa báo cáo', en: 'not reported' },

  // reconciliation
  recTitle: withValues(
    '{count} chỗ lệch với Kho bạc, đến {day}',
    '{count} differences from the Treasury, to {day}',
  ),
  recEqual: withValues('Khớp với Kho bạc, đến {}', 'Equal to the Treasury, to {}'),
  recNone: { vi: 'Chưa có số của Kho bạc để đối chiếu', en: 'No Treasury statement to compare with yet' },
  recNoneWhat: {
    vi: 'Nạp sao kê của Kho bạc ở trang Báo cáo rồi duyệt; hai bên được đặt cạnh nhau theo dự án và nguồn vốn.',
    en: "Upload the Treasury's statement on the page Returns and approve it; both are then set side by side.",
  },
  recNoMatch: { vi: 'Không có dòng nào theo bộ lọc này', en: 'No rows under this filter' },
  recNoMatchWhat: { vi: 'Bỏ ô tìm hoặc chọn “tất cả”.', en: 'Clear the search or choose “all”.' },
  show: { vi: 'Xem', en: 'Show' },
  'show-unexplained': { vi: 'lệch, chưa giải thích', en: 'differing, not explained' },
  'show-open': { vi: 'chưa giải thích, kể cả một bên chưa có', en: 'not explained, one side alone as well' },
  'show-differs': { vi: 'lệch', en: 'differing' },
  'show-all': { vi: 'tất cả', en: 'all' },
  search: { vi: 'Tìm dự án, mã', en: 'Search project, code' },
  year: { vi: 'Năm', en: 'Year' },
  asOf: { vi: 'Đến ngày', en: 'As of' },
  project: { vi: 'Dự án', en: 'Project' },
  board: { vi: 'Chủ đầu tư báo', en: 'Board' },
  treasury: { vi: 'Kho bạc', en: 'Treasury' },
  difference: { vi: 'Kho bạc hơn, kém', en: 'Treasury less board' },
  onlyBoard: { vi: 'Kho bạc chưa có', en: 'not at the Treasury' },
  onlyTreasury: { vi: 'chủ đầu tư chưa báo', en: 'not reported by the board' },
  explanation: { vi: 'Giải thích', en: 'Explanation' },
  explain: { vi: 'Giải thích…', en: 'Explain…' },
  explainLabel: { vi: 'Vì sao lệch', en: 'Why they differ' },
  keepExplanation: { vi: 'Ghi giải thích', en: 'Keep the explanation' },
  silence: {
    vi: 'Chỗ khớp để trống. Giải thích giữ nguyên cho đến khi số lệch thay đổi.',
    en: 'What agrees is left blank. An explanation stands until the difference changes.',
  },
} satisfies Messages;
