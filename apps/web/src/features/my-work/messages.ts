import { type Messages, withValues } from '../../language';

export const messages = {
  pageTitle: { vi: 'Việc của tôi', en: 'My work' },
  heading: {
    vi: (total: number, overdue: number) =>
      `${total} việc của tôi, ${overdue === 0 ? 'chưa việc nào quá hạn' : `${overdue} việc quá hạn`}`,
    en: (total: number, overdue: number) =>
      `${total} to do, ${overdue === 0 ? 'none overdue' : `${overdue} overdue`}`,
  },
  nothing: { vi: 'Không có việc nào đang chờ', en: 'Nothing waits for you' },
  nothingMore: { vi: 'Chưa biết việc kế tiếp đến hạn khi nào.', en: 'Nothing further has a day yet.' },
  nothingBroken: {
    vi: 'Thư nào cũng đã giao. Việc hệ thống làm không xong nằm ở mục Việc nền.',
    en: 'Every mail was handed over. What the system could not finish stands under Background work.',
  },
  next: withValues('Việc kế tiếp: {what}, {when}.', 'Next: {what}, {when}.'),
  asOf: withValues('Tính đến {}.', 'As of {}.'),
  list: { vi: 'Việc phải làm', en: 'To do' },
  kindHead: { vi: 'Tình trạng', en: 'State' },
  whatHead: { vi: 'Việc, lý do', en: 'What and why' },
  dueHead: { vi: 'Hạn', en: 'Due' },

  // when
  overdueToday: { vi: 'Quá hạn hôm nay', en: 'Overdue today' },
  overdueBy: {
    vi: (days: number) => `Quá hạn ${days} ngày`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  daysLeft: {
    vi: (days: number) => `Còn ${days} ngày`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} left`,
  },
  waits: { vi: 'Đang chờ', en: 'Waiting' },
  at: withValues('{time} {weekday} {day}', '{weekday} {day}, {time}'),
  dueOn: withValues('hạn {}', 'due {}'),
  since: withValues('từ {}', 'since {}'),
  weekday0: { vi: 'Chủ nhật', en: 'Sunday' },
  weekday1: { vi: 'thứ Hai', en: 'Monday' },
  weekday2: { vi: 'thứ Ba', en: 'Tuesday' },
  weekday3: { vi: 'thứ Tư', en: 'Wednesday' },
  weekday4: { vi: 'thứ Năm', en: 'Thursday' },
  weekday5: { vi: 'thứ Sáu', en: 'Friday' },
  weekday6: { vi: 'thứ Bảy', en: 'Saturday' },

  // what
  'return-owed': withValues('Gửi báo cáo {}', 'Send the return: {}'),
  'return-sent-back': { vi: 'Bị trả lại', en: 'Sent back' },
  'return-reverted': { vi: 'Bị hủy duyệt', en: 'Approval undone' },
  weekTo: withValues('Tuần đến {}.', 'Week to {}.'),
  draftsDoNot: { vi: ' Bản nháp chưa gửi vẫn tính là chưa gửi.', en: ' A draft does not count as sent.' },
  quoted: withValues('“{}”', '“{}”'),
  waitsFor: withValues('Chờ {}.', 'Waits for {}.'),
  nobody: { vi: 'Chưa giao đơn vị nào.', en: 'Nobody is responsible.' },
  'task-sent-back': { vi: 'Báo lại bị trả', en: 'Report sent back' },
  'task-reported': { vi: 'Chờ xác nhận', en: 'To be confirmed' },
  'task-refused': { vi: 'Đơn vị từ chối', en: 'Refused' },
  'task-due-proposed': { vi: 'Xin lùi hạn', en: 'Another date asked for' },
  'task-assigned': withValues('{} giao, chưa nhận việc.', 'Given by {}, not accepted yet.'),
  'task-accepted': withValues('{} giao, đang chờ báo lại.', 'Given by {}, waits for a report.'),
  asksFor: withValues('{office} xin lùi đến {day}:', '{office} asks for {day}:'),
  'returns-waiting': {
    vi: (count: number) => `${count} báo cáo chờ duyệt`,
    en: (count: number) => `${count} ${count === 1 ? 'return waits' : 'returns wait'} for approval`,
  },
  firstWaits: withValues('Báo cáo đầu tiên chờ từ {}.', 'The first has waited since {}.'),
  ofOthers: {
    vi: (count: number) => ` Trong đó ${count} báo cáo bạn đã góp phần, người khác duyệt.`,
    en: (count: number) => ` You had a hand in ${count} of them: another person approves.`,
  },
  frozenThen: {
    vi: ' Duyệt sau giờ chốt thì không vào thư tuần này.',
    en: ' What is approved after the freeze is not in this week’s letter.',
  },
  replied: withValues('{} trả lời', 'Reply of {}'),
  'offices-silent': {
    vi: (count: number) => `${count} đơn vị quá hạn chưa gửi báo cáo`,
    en: (count: number) => `${count} ${count === 1 ? 'office is' : 'offices are'} overdue with a return`,
  },
  andMore: withValues('{} và đơn vị khác.', '{} and others.'),
  names: withValues('{}.', '{}.'),
  differences: {
    vi: (count: number) => `${count} chỗ lệch với Kho bạc chưa giải thích`,
    en: (count: number) =>
      `${count} ${count === 1 ? 'difference' : 'differences'} from the Treasury not explained`,
  },
  largest: { vi: 'Số bên là chỗ lệch nhiều nhất.', en: 'The amount is the largest of them.' },
  'mails-failed': {
    vi: (count: number) => `${count} thư bị từ chối`,
    en: (count: number) => `${count} ${count === 1 ? 'mail was' : 'mails were'} refused`,
  },
  'mails-unknown': {
    vi: (count: number) => `${count} thư không rõ đã nhận chưa`,
    en: (count: number) => `${count} ${count === 1 ? 'mail' : 'mails'} of which nobody knows`,
  },
  'cut-off': { vi: 'hết giờ nhận báo cáo tuần', en: 'the cut-off for returns' },

  // what to do
  'do-return-owed': { vi: 'Nạp báo cáo', en: 'Upload' },
  'do-return-sent-back': { vi: 'Sửa, trả lời', en: 'Mend or reply' },
  'do-return-reverted': { vi: 'Mở báo cáo', en: 'Open' },
  'do-blocker': { vi: 'Mở vướng mắc', en: 'Open' },
  'do-task-assigned': { vi: 'Nhận việc', en: 'Accept' },
  'do-task-accepted': { vi: 'Báo lại', en: 'Report' },
  'do-task-sent-back': { vi: 'Làm tiếp, báo lại', en: 'Go on' },
  'do-task-reported': { vi: 'Xác nhận', en: 'Confirm' },
  'do-task-refused': { vi: 'Giao lại', en: 'Give again' },
  'do-task-due-proposed': { vi: 'Trả lời', en: 'Answer' },
  'do-returns-waiting': { vi: 'Duyệt', en: 'Review' },
  'do-reply-received': { vi: 'Xem trả lời', en: 'Read it' },
  'do-offices-silent': { vi: 'Xem đơn vị', en: 'See who' },
  'do-differences': { vi: 'Giải thích', en: 'Explain' },
  'do-mails-failed': { vi: 'Xem thư', en: 'See them' },
  'do-mails-unknown': { vi: 'Xem thư', en: 'See them' },
  'do-cut-off': { vi: 'Xem', en: 'See' },

  // folded
  moreBlockers: {
    vi: (count: number) => `và ${count} vướng mắc nữa, hạn muộn hơn`,
    en: (count: number) => `and ${count} more ${count === 1 ? 'blocker' : 'blockers'}, due later`,
  },
  moreTasks: {
    vi: (count: number) => `và ${count} việc giao nữa, hạn muộn hơn`,
    en: (count: number) => `and ${count} more ${count === 1 ? 'task' : 'tasks'}, due later`,
  },
  drafts: {
    vi: (count: number) => `${count} bản nháp`,
    en: (count: number) => `${count} ${count === 1 ? 'draft' : 'drafts'}`,
  },
  draftsWhat: { vi: 'chưa gửi cho ai', en: 'sent to nobody' },
  newest: withValues('nạp {}', 'uploaded {}'),
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  allDrafts: { vi: 'Xem tất cả bản nháp', en: 'All drafts' },
  settled: { vi: 'Xong trong 7 ngày qua', en: 'Settled in the last 7 days' },
  settledCount: withValues('{} việc', '{}'),
  'return-approved': withValues('{what}: đã duyệt {day}', '{what}: approved on {day}'),
  'blocker-closed': withValues('Vướng mắc {what}: đóng {day}', 'Blocker {what}: closed on {day}'),
  elsewhere: { vi: 'Xem thêm', en: 'See also' },
  jobs: { vi: 'Việc nền', en: 'Background work' },
  mails: { vi: 'Thư đã gửi', en: 'Mails' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
} satisfies Messages;
