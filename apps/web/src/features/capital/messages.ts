import { type Messages, withValue } from '../../language';

export const messages = {
  pageTitle: { vi: 'Tổng quan giải ngân', en: 'Overview' },
  title: {
    vi: (year: number, day: string) => `Đã giải ngân vốn đầu tư công năm ${year}, đến ${day}`,
    en: (year: number, day: string) => `Public investment disbursed in ${year}, to ${day}`,
  },
  // scope
  scope: { vi: 'Phạm vi số liệu', en: 'Scope of the figures' },
  planYear: { vi: 'Năm kế hoạch', en: 'Plan year' },
  asOf: { vi: 'Số liệu đến', en: 'Figures to' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  frozen: withValue('Chốt {} 17:00', 'Cut off {} 17:00'),
  silent: withValue('{} đơn vị chưa gửi', '{} not reported'),
  allReported: { vi: 'các đơn vị đã gửi đủ', en: 'all have reported' },
  stale: {
    vi: 'Có báo cáo vừa duyệt chưa tính xong; số liệu sẽ tự cập nhật sau ít giây.',
    en: 'A return that was just approved is still being computed; the figures follow in a few seconds.',
  },
  // empty
  empty: { vi: 'Chưa có số liệu giải ngân', en: 'No figures yet' },
  emptyPlan: {
    vi: 'Bắt đầu bằng việc nạp quyết định giao vốn, sau đó các chủ đầu tư gửi báo cáo hằng tuần; báo cáo được duyệt là lên đây.',
    en: 'First load the decision on the capital plan; then the owners send their weekly returns. What is approved appears here.',
  },
  emptyOwn: {
    vi: 'Số của đơn vị bạn hiện ở đây khi phòng Tài chính duyệt báo cáo đầu tiên.',
    en: "Your office's figures appear here once the finance office approves its first return.",
  },
  toReturns: { vi: 'Gửi báo cáo', en: 'Send a return' },
  // headline
  milestone: {
    vi: (day: string, percent: string) => `mốc ${day}: ${percent}`,
    en: (day: string, percent: string) => `by ${day}: ${percent}`,
  },
  target: {
    vi: (day: string, percent: string) => `mục tiêu ${day}: ${percent}`,
    en: (day: string, percent: string) => `target ${day}: ${percent}`,
  },
  points: withValue('{} điểm %', '{} points'),
  milestoneNow: withValue('Mốc đến {}', 'Due by {}'),
  ahead: withValue('vượt {} điểm', '{} ahead'),
  behind: withValue('thiếu {} điểm', '{} behind'),
  staleNote: { vi: 'số liệu cũ, không so với mốc', en: 'figures too old to compare' },
  remaining: { vi: 'Còn phải giải ngân', en: 'Still to disburse' },
  perWeek: withValue('cần {}/tuần', 'needs {}/week'),
  held: { vi: 'Vướng mắc giữ', en: 'Held by blockers' },
  heldShare: withValue('{} số còn lại', '{} of the rest'),
  overdue: { vi: 'Trong đó quá hạn', en: 'Of it overdue' },
  overdueProjects: withValue('{} dự án', '{} projects'),
  treasury: { vi: 'Kho bạc xác nhận', en: 'Confirmed by the Treasury' },
  noTreasury: { vi: 'chưa có sao kê', en: 'no statement yet' },
  difference: withValue('lệch {}', 'differs {}'),
  denominator: { vi: 'Mẫu số của tỷ lệ', en: 'Denominator of the rate' },
  'current-year-plan': { vi: 'Kế hoạch năm nay', en: "This year's plan" },
  'all-plan': { vi: 'Gồm vốn kéo dài, ứng trước', en: 'With carried over and advanced' },
  'excluding-late-supplements': { vi: 'Trừ vốn bổ sung sau 30/9', en: 'Less supplements after 30/9' },
  initially: {
    vi: (amount: string, rate: string) => `So kế hoạch giao đầu năm (${amount}): ${rate}`,
    en: (amount: string, rate: string) => `Of the plan first assigned (${amount}): ${rate}`,
  },
  oldFigures: {
    vi: (stale: number, reported: number, oldest: string) =>
      `${stale} trên ${reported} dự án có số liệu cũ hơn tuần báo cáo (cũ nhất ${oldest}).`,
    en: (stale: number, reported: number, oldest: string) =>
      `${stale} of ${reported} projects have figures older than the reporting week (oldest ${oldest}).`,
  },
  coverage: {
    vi: (reported: number, projects: number) => `${reported} trên ${projects} dự án có số liệu`,
    en: (reported: number, projects: number) => `${reported} of ${projects} projects have figures`,
  },
  // facets
  filterBy: { vi: 'Lọc theo', en: 'Filter by' },
  rateAndPlan: withValue('tỷ lệ %, kế hoạch {}', 'rate %, plan {}'),
  owner: { vi: 'Chủ đầu tư', en: 'Owner' },
  kind: { vi: 'Lĩnh vực', en: 'Kind' },
  source: { vi: 'Nguồn vốn', en: 'Source of capital' },
  commune: { vi: 'Xã, thị trấn', en: 'Commune' },
  notKnown: { vi: 'Chưa rõ', en: 'Not known' },
  more: withValue('{} mục khác', '{} more'),
  fewer: { vi: 'Thu gọn', en: 'Fewer' },
  notSplit: { vi: 'Chưa chia nguồn', en: 'Not split by source' },
  notSplitBy: {
    vi: (amount: string, projects: number) => `chưa chia nguồn ${amount} của ${projects} dự án`,
    en: (amount: string, projects: number) => `${amount} of ${projects} projects not split by source`,
  },
  partlySplitBy: {
    vi: (part: string, atMost: string, open: string, projects: number) =>
      `đã tách ${part} của ${atMost}; ${open} của ${projects} dự án chưa tách theo nguồn`,
    en: (part: string, atMost: string, open: string, projects: number) =>
      `${part} of ${atMost} split; ${open} of ${projects} projects not split by source`,
  },
  partlySplit: {
    vi: (part: string, atMost: string, open: string, projects: number) =>
      `Đã tách ${part} của ${atMost}; ${open} của ${projects} dự án chưa tách theo nguồn, nên chưa tính được tỷ lệ.`,
    en: (part: string, atMost: string, open: string, projects: number) =>
      `${part} of ${atMost} is split; ${open} of ${projects} projects is not split by source, so that there is no rate.`,
  },
  onlySource: withValue('Chỉ tính phần vốn thuộc nguồn “{}”.', 'Only capital of the source “{}” counts.'),
  onlyNotSplit: {
    vi: 'Chỉ tính phần vốn mà kế hoạch hoặc báo cáo chưa chia theo nguồn.',
    en: 'Only what plans or returns do not split by source counts.',
  },
  besides: {
    vi: (amount: string, projects: number) =>
      `Ngoài ra ${amount} đã giải ngân của ${projects} dự án có vốn nguồn này chưa chia nguồn, nên chưa tính được tỷ lệ.`,
    en: (amount: string, projects: number) =>
      `Besides, ${amount} disbursed by ${projects} projects with capital of this source is not split, so that there is no rate.`,
  },
  within: {
    vi: (amount: string, projects: number) =>
      `Gồm ${amount} của ${projects} dự án đã có kế hoạch theo nguồn, nên chưa tính được tỷ lệ.`,
    en: (amount: string, projects: number) =>
      `With ${amount} of ${projects} projects whose plan is split, so that there is no rate.`,
  },
  derived: withValue(
    '{} suy ra vì kế hoạch của dự án chỉ có nguồn này.',
    '{} is derived: the plan of its project has this one source.',
  ),
  byTreasury: withValue(
    '{} chia nguồn theo sao kê Kho bạc.',
    "{} is split as the Treasury's statement splits it.",
  ),
  // table
  projects: withValue('{} dự án', '{} projects'),
  projectsHead: { vi: 'Dự án', en: 'Projects' },
  search: {
    vi: 'Tìm tên hoặc mã, không cần dấu: duong dong son',
    en: 'Search name or code, accents not needed',
  },
  searchLabel: { vi: 'Tìm dự án', en: 'Search projects' },
  columns: { vi: 'Chọn cột', en: 'Columns' },
  export: { vi: 'Xuất Excel như đang xem', en: 'Export to Excel as shown' },
  clear: { vi: 'Bỏ lọc', en: 'Clear filters' },
  noMatch: { vi: 'Không có dự án nào khớp', en: 'No project matches' },
  noMatchWhat: { vi: 'Hãy bỏ bớt điều kiện lọc hoặc chữ cần tìm.', en: 'Lift a filter or a search word.' },
  name: { vi: 'Dự án', en: 'Project' },
  code: { vi: 'Mã', en: 'Code' },
  planned: { vi: 'Kế hoạch', en: 'Plan' },
  disbursed: { vi: 'Giải ngân', en: 'Disbursed' },
  left: { vi: 'Còn lại', en: 'Remaining' },
  week: { vi: '7 ngày', en: '7 days' },
  change: { vi: 'Tăng', en: 'Change' },
  rate: { vi: 'Tỷ lệ %', en: 'Rate %' },
  bar: { vi: 'so mốc', en: 'to milestone' },
  shortfall: withValue('Không hết {}', 'Unspent {}'),
  shortfallName: withValue('Dự kiến không giải ngân hết đến {}', 'Expected to be unspent on {}'),
  blocker: { vi: 'Vướng mắc', en: 'Blocker' },
  figuresOf: { vi: 'Số liệu', en: 'As of' },
  stood: { vi: 'đứng 4 tuần', en: 'stood 4 weeks' },
  done: { vi: 'xong', en: 'done' },
  daysOverdue: withValue('Quá hạn {} ngày', '{} days overdue'),
  dueSoon: {
    vi: (day: string, days: number) => `Hạn ${day}, còn ${days} ngày`,
    en: (day: string, days: number) => `Due ${day}, in ${days} days`,
  },
  due: withValue('Hạn {}', 'Due {}'),
  noDue: { vi: 'Chưa có hạn', en: 'No due date' },
  blocked: withValue('{} dự án vướng', '{} blocked'),
  legendRate: withValue(
    'Tỷ lệ: phần đậm là đã giải ngân, vạch đứng là mốc gần nhất ({}), nét mảnh là phần còn thiếu để tới mốc.',
    'Rate: the dark part is disbursed, the tick is the nearest milestone ({}), the thin line is what is missing to it.',
  ),
  legendShort: {
    vi: 'Không giải ngân hết: kế hoạch trừ số dự kiến giải ngân đến hết năm kế hoạch, nếu từng dự án giữ tốc độ giữa hai báo cáo cách nhau ít nhất 28 ngày, kể từ báo cáo mới nhất của dự án; không vượt quá kế hoạch. Báo cáo mới nhất đã quá 28 ngày thì không dự báo. Tính với cả kế hoạch, nên tổng lớn hơn số hụt so với mục tiêu ở trên.',
    en: 'Unspent: plan less what will be disbursed by the end of the plan year if each project keeps the pace between two returns at least 28 days apart, from its newest return on, up to its plan. Nothing is forecast by a return older than 28 days. Of the whole plan, so that the sum is more than what the target above is short of.',
  },
  oldReport: withValue('số cũ {}', 'old: {}'),
  whyRed: { vi: 'Vì sao đỏ?', en: 'Why red?' },
  whyRedWhat: {
    vi: 'Chỉ vướng mắc đã quá hạn giải quyết mới đỏ: hôm nay phải có người xử lý. Tỷ lệ thấp tự nó không đỏ. Ô vuông đặc là quá hạn, nửa đặc là đến hạn trước hoặc trong ngày thư tuần sau, rỗng là còn hạn.',
    en: 'Only a blocker past its due date is red: someone has to act today. A low rate by itself is not red. A filled square is overdue, half-filled due by the day of the next letter, hollow in time.',
  },
  kinds: { vi: 'Lĩnh vực', en: 'Kinds' },
} satisfies Messages;
