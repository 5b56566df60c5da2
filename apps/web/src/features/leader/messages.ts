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
  decisions: withValues('{count} việc cần quyết, {amount}', '{count} to decide, {amount}'),
  noDecisions: { vi: 'Không có việc cần quyết', en: 'Nothing to decide' },
  noDecisionsWhat: {
    vi: 'Không có cảnh báo nào cần lãnh đạo quyết trong tuần này.',
    en: 'No alert needs a decision this week.',
  },
  allAlerts: {
    vi: 'Mọi cảnh báo: nhận xử lý, tạm gác, vì sao',
    en: 'All alerts: acknowledge, snooze, why',
  },
  more: withValues('Xem {count} việc xếp sau, {amount}', '{count} more, {amount}'),
  printed: withValues('Bản in có đủ {} việc.', 'On paper there are all {}.'),
  ranking: { vi: 'Cách xếp thứ tự', en: 'How they are ranked' },
  rankingText: {
    vi: (overdue: number, soon: number, other: number) =>
      `Tiền × độ gấp: quá hạn nhân ${overdue}, đến hạn trước hoặc trong ngày thư tuần sau nhân ${soon}, còn lại nhân ${other}. Tiền là vốn mà vướng mắc đang giữ (mỗi dự án tính một lần) hoặc phần không giải ngân hết đến 31/01 theo tốc độ 4 tuần gần nhất, lấy số lớn hơn. Mỗi dự án một việc dù vi phạm mấy quy tắc. “Chậm nhất”: 31/01 trừ số tuần mà vốn còn lại cần ở tốc độ ấy, làm tròn lên.`,
    en: (overdue: number, soon: number, other: number) =>
      `Money × urgency: overdue counts ${overdue} times, due by the day of the next letter ${soon} times, all else ${other} time. Money is what blockers hold (once for each project), or what won't be spent by 31/01 at the pace of the last four weeks, whichever is more. One item a project, however many rules speak of it. The latest day is 31/01 less the weeks that the rest takes at that pace, rounded up.`,
  },
  whyHere: {
    vi: (rules: number) => `Vì sao xếp ở đây, ${rules} cảnh báo`,
    en: (rules: number) => `Why it stands here, ${rules} alert${rules === 1 ? '' : 's'}`,
  },
  'money-held': { vi: 'Vốn đang giữ', en: 'Capital held' },
  'money-unspent': { vi: 'Không giải ngân hết đến 31/01', en: 'Not spent by 31/01' },
  'money-alert': { vi: 'Số tiền của cảnh báo', en: 'What the alert is about' },
  'urgency-overdue': { vi: 'quá hạn', en: 'overdue' },
  'urgency-due-soon': { vi: 'sắp đến hạn', en: 'due soon' },
  'urgency-other': { vi: 'chưa đến hạn', en: 'not due yet' },
  weighed: withValues(
    '{money} {amount} × {factor} ({urgency}) = {weight}.',
    '{money} {amount} × {factor} ({urgency}) = {weight}.',
  ),
  noWeight: {
    vi: 'Chưa rõ số tiền nên xếp sau cùng.',
    en: 'The amount is not known: it comes last.',
  },
  overdue: withValues('Quá hạn {} ngày', '{} days overdue'),
  dueToday: { vi: 'Hạn hôm chốt', en: 'Due on the cut-off' },
  dueIn: withValues('Còn {days} ngày ({day})', '{days} days left ({day})'),
  noDue: { vi: 'Chưa có hạn', en: 'No due date' },
  daysLeft: withValues('Còn {} ngày đến hạn giải ngân', '{} days left to disburse'),
  oldFigures: withValues(' (số {})', ' (figures of {})'),
  underway: {
    vi: (count: number) => `Đã giao, còn trong hạn: ${count} việc`,
    en: (count: number) => `Given, within ${count === 1 ? 'its day' : 'their days'}: ${count}`,
  },
  unplaced: withValues(
    'Chưa có dự án cùng nguồn nhận được {}.',
    'No project of the same source can take {}.',
  ),
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
  // where the year leads
  forecast: withValues('Đến {day}: {rate} kế hoạch năm', "By {day}: {rate} of the year's plan"),
  noForecast: withValues('Đến {}: chưa dự báo được', 'By {}: no forecast'),
  tooOldToForecast: withValues(
    '{count} dự án có số liệu đã quá 4 tuần, cũ nhất {day}: không dự báo bằng số cũ.',
    'The figures of {count} projects are more than four weeks old, since {day}: nothing is forecast by old figures.',
  ),
  noPaceYet: {
    vi: 'Chưa có hai báo cáo cách nhau 4 tuần nên chưa rõ tốc độ.',
    en: 'No two reports are four weeks apart: the pace is not known.',
  },
  willSpend: withValues(
    'Giải ngân được {forecast} trong kế hoạch năm {plan}, không hết ',
    "{forecast} of the year's plan of {plan} will be disbursed; not spent: ",
  ),
  ofProjects: withValues(' của {} dự án', ' of {} projects'),
  targetMissed: withValues(
    ', hụt {amount} so với mục tiêu {target}',
    ', {amount} short of the target of {target}',
  ),
  targetReached: withValues(', đạt mục tiêu {}', ', the target of {} is reached'),
  ifMoved: withValues(
    ' Nếu chuyển {amount} theo phương án của mọi việc, kể cả việc xếp sau: {rate}.',
    ' If {amount} is moved as all items propose, those that follow too: {rate}.',
  ),
  ifStill: withValues(
    ' Nếu {count} dự án có vướng mắc đứng yên: {rate}.',
    ' If the {count} blocked projects stand still: {rate}.',
  ),
  forecastBy: withValues(
    'Theo tốc độ 4 tuần gần nhất của từng dự án, số liệu đến {}, không quá kế hoạch; cộng trước, làm tròn sau.',
    'At the pace of the last four weeks of each project, figures of {}, up to its plan; summed first, rounded once.',
  ),
  withoutPace: withValues(
    ' {} dự án chưa có hai báo cáo cách nhau 4 tuần, giữ nguyên số đã giải ngân.',
    ' {} projects have no two reports four weeks apart and stay where they are.',
  ),
  // of whom nothing is known
  silence: { vi: 'Chưa có tin: không phải là 0', en: 'No news: not zero' },
  unanswered: withValues(
    'chưa báo gì từ hạn {}, không coi là chưa làm:',
    'has reported nothing since {}, which does not mean that nothing was done:',
  ),
  withoutFigures: withValues(
    '{count} dự án chưa có số giải ngân nào (kế hoạch {amount}): để trống, không phải 0.',
    'Of {count} projects nothing was ever reported (plan {amount}): left empty, not 0.',
  ),
  staleProjects: withValues(
    '{count} dự án còn giữ số cũ hơn tuần báo cáo, cũ nhất {day}.',
    '{count} projects have figures older than the reporting week, since {day}.',
  ),
  estimated: withValues(
    'Ước đến 31/01 của chủ đầu tư: {count}/{all} dự án đã ghi. Dự báo là hệ thống tính, chưa phải cam kết.',
    "Owners' estimates for 31/01: {count} of {all} projects. The forecast is reckoned by the system, nobody has promised it.",
  ),
  allSent: withValues('Cả {} đơn vị đã gửi báo cáo.', 'All {} offices have reported.'),
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
