import type { Measure } from '@thongvon/api-contract';
import { type Messages, withValue } from '../../language';
import { blockerWords } from '../../shared/words';

export const messages = {
  ...blockerWords,

  crumb: { vi: 'Tổng quan', en: 'Overview' },
  noCode: { vi: 'chưa có mã', en: 'no code yet' },
  noBlocker: { vi: 'Không có vướng mắc đang mở', en: 'No open blocker' },
  waitsFor: withValue('Chờ {}', 'Waits for {}'),
  whyText: {
    vi: (due: string, today: string, days: number) =>
      `Quy tắc “Vướng mắc quá hạn”: hạn ${due} trước ngày xem ${today} là ${days} ngày, vướng mắc chưa đóng.`,
    en: (due: string, today: string, days: number) =>
      `Rule “Blocker overdue”: due ${due}, ${days} days before ${today}, and not closed.`,
  },
  whyHeld: { vi: 'Vốn bị giữ = kế hoạch', en: 'Capital held = plan' },
  whyLess: { vi: '− đã giải ngân', en: '− disbursed' },
  whySource: withValue('Nêu lần gần nhất trong báo cáo ngày {}, ô', 'Named last by the return of {}, cell'),
  // keys
  plan: withValue('Kế hoạch {}', 'Plan {}'),
  disbursedTo: withValue('Đã giải ngân đến {}', 'Disbursed to {}'),
  disbursedNone: { vi: 'Đã giải ngân', en: 'Disbursed' },
  held: { vi: 'Vốn bị vướng giữ', en: 'Capital held' },
  forecast: { vi: 'Dự báo đến 31/01', en: 'Forecast to 31/01' },
  noForecast: { vi: 'chưa đủ 4 tuần số liệu', en: 'fewer than 4 weeks of figures' },
  oldForecast: { vi: 'số liệu đã quá 4 tuần', en: 'figures older than 4 weeks' },
  short: withValue('không giải ngân hết {}', '{} unspent'),
  handedOver: { vi: 'Bàn giao mặt bằng', en: 'Households handed over' },
  households: { vi: 'hộ', en: 'households' },
  // line of time
  line: { vi: 'Dòng thời gian', en: 'Line of time' },
  lineKey: {
    vi: '□ quyết định · ● báo cáo đã duyệt · ◇ mốc · đỏ: quá hạn, cần người xử lý',
    en: '□ decision · ● approved return · ◇ target · red: overdue, someone must act',
  },
  lineDescribed: {
    vi: 'Quyết định vốn, lũy kế giải ngân, báo cáo, các bước mặt bằng, vướng mắc và dự báo trên cùng một trục thời gian. Danh sách sự kiện nêu cùng nội dung bằng chữ.',
    en: 'Decisions, disbursement, returns, clearance steps, blockers and forecast on one axis. The list of events says the same in words.',
  },
  asList: { vi: 'Xem dạng danh sách', en: 'As a list' },
  decisions: { vi: 'Quyết định vốn', en: 'Decisions' },
  cumulative: { vi: 'Lũy kế giải ngân', en: 'Disbursed' },
  reports: { vi: 'Báo cáo đã duyệt', en: 'Approved returns' },
  steps: { vi: 'Các bước mặt bằng', en: 'Clearance steps' },
  blockers: { vi: 'Vướng mắc', en: 'Blockers' },
  month: withValue('T{}', 'M{}'),
  now: withValue('nay {}', 'now {}'),
  assigned: withValue('giao {}', 'assigns {}'),
  raised: {
    vi: (by: string, total: string) => `tăng ${by}, thành ${total}`,
    en: (by: string, total: string) => `up ${by}, to ${total}`,
  },
  lowered: {
    vi: (by: string, total: string) => `giảm ${by}, còn ${total}`,
    en: (by: string, total: string) => `down ${by}, to ${total}`,
  },
  planLine: withValue('kế hoạch {}', 'plan {}'),
  before: withValue('trước {}: chưa có báo cáo', 'before {}: no return'),
  nothingReported: { vi: 'chưa có báo cáo nào được duyệt', en: 'no return is approved yet' },
  onDay: {
    vi: (amount: string, day: string) => `${amount} ngày ${day}`,
    en: (amount: string, day: string) => `${amount} on ${day}`,
  },
  milestone: {
    vi: (day: string, percent: string, amount: string) => `mốc ${day}: ${percent} = ${amount}`,
    en: (day: string, percent: string, amount: string) => `target ${day}: ${percent} = ${amount}`,
  },
  keepsPace: withValue('dự báo giữ nhịp {} mỗi tuần', 'forecast at {} a week'),
  forecastEnd: {
    vi: (day: string, amount: string, percent: string) => `${day}: ${amount} (${percent})`,
    en: (day: string, amount: string, percent: string) => `${day}: ${amount} (${percent})`,
  },
  unspent: withValue('không giải ngân hết {}', '{} left unspent'),
  count: withValue('{} báo cáo', '{} returns'),
  noSteps: {
    vi: 'chưa có bước hay số hộ nào được báo cáo',
    en: 'no step and no household has been reported',
  },
  noBlockers: { vi: 'không có vướng mắc nào', en: 'none' },
  done: withValue('xong {}', 'done {}'),
  planned: withValue('dự kiến {}', 'planned {}'),
  byLaw: withValue('hạn luật định {}', 'due by law {}'),
  started: withValue('từ {}', 'since {}'),
  late: withValue('quá hạn {} ngày', '{} days overdue'),
  holds: withValue('giữ {}', 'holds {}'),
  closed: withValue('xong {}', 'closed {}'),
  moreBlockers: withValue('và {} vướng mắc nữa, xem danh sách', 'and {} more in the list'),
  // events
  eventOpened: withValue('Mở vướng mắc: {}', 'Blocker: {}'),
  eventDue: withValue('Hạn xử lý: {}', 'Due: {}'),
  eventClosed: withValue('Xong vướng mắc: {}', 'Closed: {}'),
  eventReported: {
    vi: (amount: string, percent: string) => `Lũy kế ${amount}${percent}`,
    en: (amount: string, percent: string) => `Disbursed ${amount}${percent}`,
  },
  eventForecast: {
    vi: (amount: string, short: string) => `Dự báo ${amount}; không giải ngân hết ${short}`,
    en: (amount: string, short: string) => `Forecast ${amount}; ${short} left unspent`,
  },
  eventMilestone: {
    vi: (percent: string, amount: string) => `Mốc ${percent}: ${amount}`,
    en: (percent: string, amount: string) => `Target ${percent}: ${amount}`,
  },
  eventStarted: withValue('Bắt đầu: {}', 'Begun: {}'),
  eventDone: withValue('Xong: {}', 'Done: {}'),
  eventPlanned: withValue('Dự kiến xong: {}', 'Planned: {}'),
  // figures
  figures: { vi: 'Số liệu và nguồn', en: 'Figures and where they are from' },
  figuresTo: {
    vi: (unit: string, day: string) => `${unit}, đến ${day}`,
    en: (unit: string, day: string) => `${unit}, to ${day}`,
  },
  capitalPlan: { vi: 'Kế hoạch vốn', en: 'Capital plan' },
  total: { vi: 'Lũy kế giải ngân', en: 'Disbursed' },
  completed: { vi: 'thanh toán khối lượng', en: 'completed work' },
  advance: { vi: 'tạm ứng chưa thu hồi', en: 'advances not recovered' },
  treasury: { vi: 'Kho bạc xác nhận', en: 'Confirmed by the Treasury' },
  treasuryNone: { vi: 'chưa có', en: 'not yet' },
  matches: { vi: 'khớp', en: 'matches' },
  differs: withValue('lệch {}', 'differs by {}'),
  remaining: { vi: 'Còn lại', en: 'Remaining' },
  planLess: { vi: 'kế hoạch − lũy kế', en: 'plan − disbursed' },
  atPace: { vi: 'Dự báo 31/01, giữ nhịp', en: 'Forecast 31/01, keeping pace' },
  paceOf: { vi: 'tốc độ giữa hai báo cáo cách nhau từ 28 ngày', en: 'pace between returns 28 days apart' },
  unspentRow: { vi: 'Không giải ngân hết', en: 'Left unspent' },
  planLessForecast: { vi: 'kế hoạch − dự báo', en: 'plan − forecast' },
  decision: withValue('QĐ {}', 'decision {}'),
  notReported: { vi: 'chưa báo cáo', en: 'not reported' },
  from: { vi: 'Nguồn của số này', en: 'Where this is from' },
  // clearance
  clearance: { vi: 'Mặt bằng', en: 'Land clearance' },
  apart: { vi: 'ba tỷ lệ, không cộng lẫn', en: 'three rates, never mixed' },
  byHousehold: { vi: 'Hộ', en: 'Households' },
  byArea: { vi: 'Diện tích', en: 'Area' },
  byLength: { vi: 'Chiều dài', en: 'Length' },
  compensation: { vi: 'Bồi thường', en: 'Compensation' },
  paidNote: {
    vi: '“Đã chi trả” không phải “đã bàn giao”.',
    en: '“Paid” is not “handed over”.',
  },
  where: withValue('{} hộ đang ở bước nào', 'Where the {} households are'),
  noClearance: {
    vi: 'Chưa có số liệu giải phóng mặt bằng nào được báo cáo cho dự án này.',
    en: 'No land clearance has been reported for this project.',
  },
  // capital held
  heldTitle: withValue('Vốn bị giữ: {}', 'Held: {}'),
  whereSpent: { vi: 'Vốn của dự án', en: "The project's capital" },
  spent: { vi: 'Đã giải ngân', en: 'Disbursed' },
  canBeSpent: { vi: 'Còn giải ngân được nếu giữ nhịp', en: 'Can still be spent at this pace' },
  cannot: { vi: 'Không giải ngân hết, cần điều chuyển', en: "Can't be spent: move it" },
  left: { vi: 'Còn lại', en: 'Remaining' },
  alerts: { vi: 'Cảnh báo đang có hiệu lực', en: 'Alerts that hold' },
  closedAlerts: { vi: 'Đã đóng', en: 'Closed ones' },
  noAlerts: { vi: 'Không có cảnh báo nào.', en: 'No alert.' },
  acts: { vi: 'Việc đã làm với vướng mắc', en: 'What was done about it' },
  noActs: withValue(
    'Chưa có việc xử lý nào được ghi từ khi mở, {}.',
    'Nothing has been written down since it was opened, {}.',
  ),
  goOn: { vi: 'Tiếp tục hay dừng', en: 'Continue or stop' },
  goOnWhat: {
    vi: 'Hồ sơ trình cấp có thẩm quyền: các bước đã làm, số hộ, bồi thường đã chi, vốn có thể điều chuyển nếu dừng. Không nêu tên hộ.',
    en: 'The file for those who decide: steps, households, compensation paid, capital that could be moved. It names no household.',
  },
  file: { vi: 'Lập hồ sơ (Word)', en: 'Draw up the file (Word)' },
} satisfies Messages;

/** What households have come through, in the order of the law. */
export const FUNNEL = {
  households: { vi: 'Ảnh hưởng', en: 'Affected' },
  notified: { vi: 'Đã thông báo', en: 'Notified' },
  inventoried: { vi: 'Đã kiểm đếm', en: 'Inventoried' },
  approved: { vi: 'Duyệt phương án', en: 'Plan approved' },
  paid: { vi: 'Đã chi trả', en: 'Paid' },
  handedOver: { vi: 'Đã bàn giao', en: 'Handed over' },
} satisfies Partial<Record<Measure, Messages[string]>>;
