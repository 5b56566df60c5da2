import { type Messages, withValues } from '../../language';
import { blockerWords } from '../../shared/words';

export const messages = {
  ...blockerWords,

  pageTitle: { vi: 'Tuần này', en: 'This week' },
  title: withValues('Giải ngân {year}, đến {day}', 'Disbursed in {year}, to {day}'),
  noFigures: withValues('Giải ngân {}: chưa đơn vị nào báo cáo', 'Disbursed in {}: nobody has reported'),
  frozen: {
    vi: (week: string, revision: number) => `tuần chốt ${week}${revision > 1 ? `, bản ${revision}` : ''}`,
    en: (week: string, revision: number) => `week of ${week}${revision > 1 ? `, revision ${revision}` : ''}`,
  },
  corrected: withValues('Đính chính: {}', 'Correction: {}'),
  nothingFrozen: { vi: 'Chưa có tuần nào được chốt', en: 'No week is frozen yet' },
  nothingFrozenWhat: {
    vi: 'Số liệu được chốt 7 giờ sáng thứ Sáu hằng tuần, từ tuần đầu tiên có báo cáo được duyệt. Số đang có xem ở Tổng quan.',
    en: 'Figures are frozen every Friday at 7:00, from the first week with an approved return. The overview shows what there is.',
  },
  toOverview: { vi: 'Mở Tổng quan', en: 'Open the overview' },
  target: withValues('{day}: {percent}', '{day}: {percent}'),
  // the sentence
  firstWeek: { vi: 'Tuần đầu có số liệu.', en: 'The first week with figures.' },
  thisWeek: { vi: 'Tuần này ', en: 'This week ' },
  between: withValues('Từ {from} đến {to} ({days} ngày) ', 'From {from} to {to} ({days} days) '),
  nothingNewer: withValues('Chưa có số liệu mới từ {}.', 'Nothing newer has been reported since {}.'),
  notJudged: {
    vi: ' Số liệu đã cũ hơn một tuần báo cáo nên không so với kế hoạch.',
    en: ' The figures are older than a reporting week and are not judged against the targets.',
  },
  points: withValues(' ({} điểm)', ' ({} points)'),
  ahead: {
    vi: (points: string, due: string, day: string) =>
      `; đến ${day} phải đạt ${due}, đang vượt ${points} điểm.`,
    en: (points: string, due: string, day: string) =>
      `, ${points} points ahead of what is due by ${day} (${due}).`,
  },
  behind: {
    vi: (points: string, due: string, day: string) =>
      `; đến ${day} phải đạt ${due}, đang chậm ${points} điểm.`,
    en: (points: string, due: string, day: string) =>
      `, ${points} points behind what is due by ${day} (${due}).`,
  },
  stop: { vi: '.', en: '.' },
  stuck: withValues(' còn kẹt ở {} dự án có vướng mắc.', ' wait in {} projects that are blocked.'),
  nothingStuck: { vi: 'Không có vướng mắc nào đang mở.', en: 'No blocker is open.' },
  // decisions
  decisions: withValues('{} việc cần quyết', '{} to decide'),
  noDecisions: { vi: 'Không có việc cần quyết', en: 'Nothing to decide' },
  noDecisionsWhat: {
    vi: 'Không có cảnh báo nào cần lãnh đạo quyết trong tuần này.',
    en: 'No alert needs a decision this week.',
  },
  allAlerts: {
    vi: 'Mọi cảnh báo: nhận xử lý, tạm gác, vì sao',
    en: 'All alerts: acknowledge, snooze, why',
  },
  more: withValues('Xem {} việc nữa', '{} more'),
  held: { vi: 'Vướng mắc: vốn bị giữ', en: 'Blockers: capital held' },
  spending: { vi: 'Khó giải ngân hết đến 31/01', en: "Can't be spent by 31/01" },
  other: { vi: 'Cần giải trình, xử lý', en: 'To be explained' },
  overdue: withValues('Quá hạn {} ngày', '{} days overdue'),
  dueToday: { vi: 'Hạn hôm chốt', en: 'Due on the cut-off' },
  dueIn: withValues('Còn {days} ngày ({day})', '{days} days left ({day})'),
  noDue: { vi: 'Chưa có hạn', en: 'No due date' },
  nothingSpent: { vi: 'Chưa chi đồng nào', en: 'Nothing spent' },
  oldFigures: withValues(' (số {})', ' (figures of {})'),
  only: withValues('Mới {}', 'Only {}'),
  decide: { vi: 'Quyết:', en: 'Decide:' },
  whyText: withValues(
    'Đỏ là việc của người trong hôm nay: hạn xử lý vướng mắc đã qua trước ngày chốt {}. Số ngày tính từ hạn đến ngày chốt; tỷ lệ thấp không tô đỏ.',
    "Red is a person's turn today: the blocker's due date had passed by the cut-off {}. Days count from the due date to the cut-off; a low rate isn't red.",
  ),
  // capital held
  whereHeld: { vi: 'Vốn đang kẹt ở đâu', en: 'Where capital waits' },
  of: withValues('Trong {} còn phải giải ngân:', 'Of {} still to be disbursed:'),
  byCause: { vi: 'Theo nguyên nhân', en: 'By cause' },
  byUnit: { vi: 'Quá hạn, theo đơn vị', en: 'Overdue, by unit' },
  byUnitEnd: withValues('ngày; {}', 'days; {}'),
  days: withValues('{} ngày', '{} days'),
  blockers: {
    vi: (count: number) => `${count} vướng mắc`,
    en: (count: number) => (count === 1 ? '1 blocker' : `${count} blockers`),
  },
  nothingOverdue: { vi: 'Không có vướng mắc quá hạn.', en: 'Nothing is overdue.' },
  // reports
  reports: withValues('Đã báo cáo {fulfilled}/{owed} đơn vị', '{fulfilled} of {owed} have reported'),
  nobodyOwes: { vi: 'Tuần này không đơn vị nào phải báo cáo', en: 'Nobody owed a report this week' },
  silent: { vi: 'chưa gửi; chưa tính, không coi là 0', en: 'sent nothing; not counted, not taken for 0' },
  sentBack: { vi: 'bị trả lại, chưa gửi lại', en: 'was sent back and has not come again' },
  pending: { vi: 'đã gửi, chưa duyệt, chưa tính', en: 'came but was not approved; not counted' },
  lastAsOf: withValues(' (số mới nhất {})', ' (last figure of {})'),
  disbursement: { vi: 'giải ngân', en: 'disbursement' },
  'land-clearance': { vi: 'giải phóng mặt bằng', en: 'land clearance' },
  better: { vi: 'Tốt lên', en: 'Better' },
  rose: withValues('{before} lên {now}', 'from {before} to {now}'),
  allProjects: withValues('Xem {} dự án', 'All {} projects'),
} satisfies Messages;
