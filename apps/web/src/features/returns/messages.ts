import { effectWords, loweringWords, stepWords, sumWords } from './part-words';
import { type Messages, withValue } from '../../language';
import { returnWords } from '../../shared/words';

export const messages = {
  ...returnWords,
  ...stepWords,
  ...loweringWords,
  ...sumWords,
  ...effectWords,

  newerWords: {
    vi: 'Từ vựng của hệ thống đã thay đổi sau khi báo cáo này được đọc.',
    en: 'The vocabulary of the system has changed since this return was read.',
  },
  readAgain: { vi: 'Đọc lại', en: 'Read again' },
  describeTable: {
    vi: 'Hệ thống hiểu sai bảng? Tự chỉ tiêu đề và các cột',
    en: 'Table misunderstood? Describe it yourself',
  },

  // list of returns, upload
  returns: { vi: 'Báo cáo', en: 'Returns' },
  titleNone: { vi: 'Gửi báo cáo: kéo tệp Excel vào đây', en: 'Send a return: drop the workbook here' },
  dropHere: { vi: 'Kéo tệp Excel vào đây', en: 'Drop the workbook here' },
  dropNow: { vi: 'Thả ra để nạp', en: 'Let go to upload' },
  choose: { vi: 'Chọn tệp…', en: 'Choose a file…' },
  dropHint: {
    vi: 'Biểu của đơn vị bạn, không cần đổi mẫu: .xlsx, .xls, .ods, tối đa 20 MB. Nạp để xem trước; chưa gửi cho ai.',
    en: 'Your own form as it is: .xlsx, .xls, .ods, at most 20 MB. You see it first; nothing is sent yet.',
  },
  dropHintOffice: {
    vi: 'Quyết định giao vốn, số liệu Kho bạc hoặc biểu của một đơn vị, không cần đổi mẫu: .xlsx, .xls, .ods, tối đa 20 MB. Nạp để xem trước; chưa tính vào số liệu.',
    en: 'A decision on the plan, a Treasury statement or the form of an office, as it is: .xlsx, .xls, .ods, at most 20 MB. You see it first; nothing counts yet.',
  },
  sending: {
    vi: (name: string, percent: number) => `Đang tải lên ${name}: ${percent} %`,
    en: (name: string, percent: number) => `Uploading ${name}: ${percent} %`,
  },
  waitingUpload: withValue(
    'Mất kết nối. {} vẫn còn đây; sẽ tự tải lên lại khi có mạng.',
    'Connection lost. {} is kept and uploaded again when the network is back.',
  ),
  duplicate: {
    vi: 'Tệp này đã nạp rồi; đây là bản đã có, không tạo bản thứ hai.',
    en: 'This file is here already; this is the earlier one, no second was made.',
  },
  blank: { vi: 'Biểu trống kỳ tới', en: 'Blank return of the next week' },
  blankWhat: {
    vi: 'Đã điền sẵn dự án, kế hoạch và lũy kế mới nhất của đơn vị bạn.',
    en: "Filled in with your office's projects, plan and latest amounts.",
  },
  blankWhatOf: {
    vi: 'Đã điền sẵn dự án, kế hoạch và lũy kế mới nhất của đơn vị được chọn.',
    en: 'Filled in with the projects, plan and latest amounts of the office that is chosen.',
  },
  blankOf: {
    vi: (kind: string) => `Tải biểu ${kind.toLowerCase()}`,
    en: (kind: string) => `Download ${kind.toLowerCase()}`,
  },
  inWork: {
    vi: (count: number) => `${count} báo cáo đang chờ bạn`,
    en: (count: number) => `${count} ${count === 1 ? 'return waits' : 'returns wait'} for you`,
  },
  owedPast: {
    vi: (kinds: string, week: string, time: string, day: string) =>
      `Còn nợ báo cáo ${kinds} tuần đến ${week}: quá hạn từ ${time} ngày ${day}`,
    en: (kinds: string, week: string, time: string, day: string) =>
      `Return of the week to ${week} (${kinds}) not sent: overdue since ${time} on ${day}`,
  },
  owedNow: {
    vi: (kinds: string, time: string, day: string) =>
      `Tuần này cần gửi báo cáo ${kinds} trước ${time} ngày ${day}`,
    en: (kinds: string, time: string, day: string) => `Return due this week (${kinds}): by ${time} on ${day}`,
  },
  owedAgain: withValue('{} (bị trả lại)', '{}, sent back'),
  newerHere: { vi: 'Đã có tệp mới hơn', en: 'A newer file is here' },
  earlier: { vi: 'Báo cáo đã nạp', en: 'Returns so far' },
  noEarlier: { vi: 'Đây là báo cáo đầu tiên của đơn vị.', en: 'This is the first return of the office.' },
  noneYet: { vi: 'Chưa có báo cáo nào', en: 'No returns yet' },
  noneYetWhat: {
    vi: 'Kéo tệp Excel của tuần này vào khung ở trên. Chưa có biểu? Tải biểu trống.',
    en: "Drop this week's workbook above. No form yet? Download the blank one.",
  },
  asOf: { vi: 'Số liệu đến', en: 'Figures to' },
  kindsHead: { vi: 'Loại, tệp', en: 'Kind, file' },
  office: { vi: 'Đơn vị', en: 'Office' },
  stateHead: { vi: 'Tình trạng', en: 'State' },
  disbursedHead: { vi: 'Đã giải ngân', en: 'Disbursed' },
  rateHead: { vi: 'Tỷ lệ %', en: 'Rate %' },
  receivedHead: { vi: 'Nạp lúc', en: 'Received' },
  open: { vi: 'Mở', en: 'Open' },
  because: withValue('Lý do: “{}”', 'Reason: “{}”'),

  // a return
  titleNew: { vi: 'Báo cáo vừa nạp', en: 'Return just received' },
  titleUnread: { vi: 'Tệp chưa đọc được thành báo cáo', en: 'File not read as a return' },
  uploadedAt: withValue('nạp {}', 'received {}'),
  original: { vi: 'tệp gốc', en: 'original' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  stepUpload: { vi: 'Tải lên', en: 'Upload' },
  stepUploadDone: { vi: 'đã giữ bản gốc', en: 'original kept' },
  stepRead: { vi: 'Đọc', en: 'Reading' },
  stepReadDone: {
    vi: (sheets: number, projects: number) => `${sheets} bảng, ${projects} dự án`,
    en: (sheets: number, projects: number) => `${sheets} tables, ${projects} projects`,
  },
  stepReadNow: { vi: 'đang đọc từng ô…', en: 'reading every cell…' },
  stepCheck: { vi: 'Kiểm tra', en: 'Checking' },
  stepCheckDone: {
    vi: (count: number, seconds: string) => `${count} phát hiện, ${seconds} giây`,
    en: (count: number, seconds: string) => `${count} findings, ${seconds} s`,
  },
  stepMend: { vi: 'Sửa và trả lời', en: 'Mend and answer' },
  stepMendNone: { vi: 'không còn gì', en: 'nothing left' },
  stepSend: { vi: 'Gửi', en: 'Send' },
  stepSendBy: withValue('trước 17:00 {}', 'by 17:00 {}'),
  stepApprove: { vi: 'Tài chính duyệt', en: 'Approval' },
  stepApproveWait: { vi: 'sau khi gửi', en: 'once sent' },
  stepApproveNow: { vi: 'đang chờ', en: 'waiting' },

  findings: { vi: 'Phát hiện', en: 'Findings' },
  clickToSee: { vi: 'bấm để xem ô trong bảng', en: 'click to see the cell' },
  mend: { vi: 'Phải sửa trong tệp', en: 'Mend in the file' },
  answer: { vi: 'Cần trả lời', en: 'Answer' },
  check: { vi: 'Nên xem lại', en: 'Worth a look' },
  understood: { vi: 'Đã rõ, không cần làm gì', en: 'Settled, nothing to do' },
  noFindings: { vi: 'Không có phát hiện nào.', en: 'No findings.' },
  bundle: withValue('{} chỗ cùng loại', '{} of a kind'),
  missingBundle: withValue(
    '{} dự án kỳ trước có, kỳ này không có',
    '{} projects of the return before are not in this one',
  ),
  unknownBundle: withValue('{} dự án chưa có trong danh mục', '{} projects are not in the register'),
  sheetCell: {
    vi: (sheet: string, cell: string) => `Trang “${sheet}”, ô ${cell}`,
    en: (sheet: string, cell: string) => `Sheet “${sheet}”, cell ${cell}`,
  },
  sheetOnly: withValue('Trang “{}”', 'Sheet “{}”'),
  wholeFile: { vi: 'Cả tệp', en: 'The whole file' },
  sheetAround: {
    vi: (sheet: string, cell: string) => `Trang tính ${sheet} quanh ô ${cell}`,
    en: (sheet: string, cell: string) => `Sheet ${sheet} around cell ${cell}`,
  },
  rowsLeftOut: { vi: 'các dòng ở giữa lược bớt', en: 'rows left out' },
  loadingCell: { vi: 'Đang mở bảng tính…', en: 'Opening the workbook…' },
  countsUntilThen: withValue('Số đã duyệt đang được tính: {}.', 'Approved and counting now: {}.'),
  again: withValue(
    '{} câu đã được trả lời ở tệp trước.',
    '{} of the questions were answered for the file before.',
  ),
  useAgain: withValue('Dùng lại {} câu trả lời', 'Use the {} answers again'),
  mendHow: {
    vi: 'Sửa ô này trong Excel, lưu, rồi kéo tệp vào trang này. Câu trả lời đã cho dùng lại được ở tệp mới.',
    en: 'Mend the cell in Excel, save, and drop the file on this page. Answers can be used again for the new file.',
  },
  nothingToDo: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  answeredHow: {
    vi: 'Đã trả lời. Nếu chưa đúng, hãy trả lời lại.',
    en: 'Answered. If that isn’t right, answer again.',
  },
  givenAnswers: { vi: 'Câu trả lời đã cho', en: 'Answers given' },
  takeBackHow: {
    vi: 'Trả lời nhầm thì lấy lại: hệ thống đọc lại tệp và hỏi lại câu đó. Gửi rồi thì không lấy lại được nữa.',
    en: 'Take a wrong answer back: the file is read again and the question is asked again. Not once it is sent.',
  },
  takeBack: { vi: 'Lấy lại', en: 'Take back' },
  checkHow: {
    vi: 'Nếu số đúng thì không cần làm gì; phòng tài chính cũng thấy điểm này.',
    en: 'If it is right nothing needs doing; the finance office sees this as well.',
  },
  choicesLegend: { vi: 'Điều đúng là', en: 'What is right' },
  effect: {
    vi: (total: string, change: string | null) =>
      `${change === null ? '' : `dự án ${change} so với kỳ trước; `}tổng báo cáo thành ${total}`,
    en: (total: string, change: string | null) =>
      `${change === null ? '' : `the project ${change} on the date before; `}the return's sum becomes ${total}`,
  },
  reasonLabel: { vi: 'Lý do', en: 'Reason' },
  reasonOptional: { vi: 'Ghi chú, nếu cần', en: 'Remark, if needed' },
  dateLabel: { vi: 'Số liệu đến ngày', en: 'Figures to the day' },
  yearLabel: { vi: 'Năm kế hoạch', en: 'Plan year' },
  decisionLabel: {
    vi: 'Quyết định: số; ngày (năm-tháng-ngày); initial hoặc adjustment',
    en: 'Decision: number; date (YYYY-MM-DD); initial or adjustment',
  },
  otherLabel: { vi: 'Khác', en: 'Other' },
  sameReason: withValue(
    'Dùng lý do này cho cả {} câu cùng loại còn lại',
    'Give this reason for the other {} of the same kind',
  ),
  useAnswer: { vi: 'Dùng câu trả lời này', en: 'Use this answer' },
  answering: { vi: 'Đang ghi, đọc lại…', en: 'Saving, reading again…' },
  draftKept: {
    vi: 'Nội dung đang gõ được giữ trong trình duyệt.',
    en: 'What you type is kept in this browser.',
  },
  next: { vi: 'Chỗ tiếp theo', en: 'Next one' },

  changes: { vi: 'Thay đổi từng dự án', en: 'What changes per project' },
  changesCount: {
    vi: (grew: number, same: number, fell: number, fresh: number, missing: number) =>
      `${grew} tăng, ${same} không đổi, ${fell} giảm, ${fresh} mới, ${missing} thiếu`,
    en: (grew: number, same: number, fell: number, fresh: number, missing: number) =>
      `${grew} grew, ${same} unchanged, ${fell} fell, ${fresh} new, ${missing} missing`,
  },
  paidCompensation: withValue('tiền bồi thường đã chi trả, {}', 'compensation paid, {}'),
  project: { vi: 'Dự án', en: 'Project' },
  barHead: { vi: 'Mức thay đổi', en: 'Size of the change' },
  findingHead: { vi: 'Phát hiện', en: 'Finding' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  rowOf: withValue('dòng {}', 'row {}'),
  'state-new': { vi: 'mới', en: 'new' },
  'state-not-reported': { vi: 'chưa báo cáo', en: 'not reported' },
  unread: { vi: 'chưa chốt', en: 'open' },
  moreRows: {
    vi: (next: number, left: number) => `Hiện thêm ${next} dự án (còn ${left})`,
    en: (next: number, left: number) => `Show ${next} more projects (${left} left)`,
  },
  missingRows: withValue(
    '{} dự án không có trong báo cáo này; số đã duyệt được giữ',
    '{} projects are not in this return; what was approved stays',
  ),
  unchangedRows: withValue('{} dự án không đổi', '{} projects unchanged'),
  unchangedWeeks: withValue('không đổi {} tuần', 'unchanged for {} weeks'),
  numbersHead: { vi: 'Khối lượng', en: 'Numbers' },
  households: { vi: 'số hộ', en: 'households' },
  inventoried: { vi: 'hộ đã kiểm đếm', en: 'inventoried' },
  paid: { vi: 'hộ đã chi trả', en: 'paid' },
  handedOver: { vi: 'hộ đã bàn giao', en: 'handed over' },
  area: { vi: 'diện tích', en: 'area' },
  areaHandedOver: { vi: 'diện tích bàn giao', en: 'area handed over' },
  graves: { vi: 'số mộ', en: 'graves' },
  compensation: { vi: 'tiền bồi thường', en: 'compensation' },
  approvedHouseholds: { vi: 'hộ đã duyệt phương án', en: 'approved' },
  remarks: withValue(
    '{} vướng mắc nêu mới, nêu khác hoặc không còn nêu',
    '{} blockers named first, in other words, or no longer',
  ),
  'remark-new': { vi: 'nêu lần đầu', en: 'named first' },
  'remark-changed': { vi: 'nêu khác trước', en: 'in other words' },
  'remark-returned': { vi: 'đã đóng, nay nêu lại', en: 'closed, now named again' },
  'remark-vanished': { vi: 'không còn nêu', en: 'no longer named' },
  'remark-was': withValue('trước: {}', 'before: {}'),
} satisfies Messages;
