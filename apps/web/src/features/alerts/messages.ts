import type { AlertGrouping } from '@thongvon/api-contract';
import { type Messages, withValues } from '../../language';

export const messages = {
  pageTitle: { vi: 'Cảnh báo', en: 'Alerts' },
  finding: {
    vi: (open: number, critical: number) =>
      `${open} cảnh báo chưa ai nhận${critical === 0 ? '' : `, ${critical} nghiêm trọng`}`,
    en: (open: number, critical: number) =>
      `Nobody is at ${open} ${open === 1 ? 'alert' : 'alerts'}${critical === 0 ? '' : `, ${critical} of them critical`}`,
  },
  allTaken: { vi: 'Cảnh báo nào cũng đã có người nhận', en: 'Somebody is at every alert' },
  none: { vi: 'Không có cảnh báo nào đang mở', en: 'No alert stands' },
  noneWhat: {
    vi: 'Mỗi tuần, sau khi chốt số liệu, các quy tắc được xét lại; điều gì vi phạm sẽ hiện ở đây.',
    en: 'Each week, once it is frozen, the rules are looked at again; what breaks one stands here.',
  },
  noWeek: { vi: 'Chưa có tuần nào được xét', en: 'No week has been looked at yet' },
  acknowledged: withValues('{} đã nhận xử lý', '{} acknowledged'),
  snoozed: withValues('{} đang tạm gác', '{} snoozed'),
  week: withValues('Xét tuần chốt mới nhất: {}.', 'The latest week that was looked at: {}.'),
  legend: { vi: 'Màu và dấu nghĩa là gì?', en: 'What do colour and marks mean?' },
  legendText: {
    vi: 'Đỏ là việc của người trong hôm nay: đã quá hạn hoặc vượt mức cho phép mà chưa ai nhận xử lý. Tỷ lệ thấp tự nó không đỏ. Ô đặc là nghiêm trọng, nửa ô là cảnh báo, ô rỗng là để biết. Nghiêm trọng đến đâu do quy tắc nói; bấm “Vì sao?” ở từng cảnh báo để xem quy tắc, ngưỡng và số liệu.',
    en: "Red is a person's turn today: past a date or a limit, and nobody is at it. A low rate by itself isn't red. A full square is critical, a half one a warning, a hollow one for information. How grave it is, the rule says; “Why?” of each alert shows its rule, thresholds and figures.",
  },
  // filters
  search: { vi: 'Tìm không cần dấu: dong son', en: 'Search without accents' },
  by: { vi: 'Nhóm theo', en: 'Grouped by' },
  state: { vi: 'Trạng thái', en: 'State' },
  severity: { vi: 'Mức độ', en: 'Gravity' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  moreFilters: { vi: 'Lọc thêm', en: 'More filters' },
  every: { vi: 'tất cả', en: 'all' },
  holding: { vi: 'mọi cảnh báo đang có hiệu lực', en: 'all that hold' },
  onlyProject: withValues('Chỉ {}', 'Only {}'),
  lift: { vi: 'Bỏ lọc', en: 'Lift' },
  nothingFound: { vi: 'Không có cảnh báo nào như vậy', en: 'There is no such alert' },
  nothingFoundWhat: {
    vi: 'Bỏ bớt điều kiện lọc, hoặc chọn trạng thái khác, để xem thêm.',
    en: 'Lift a filter, or choose another state, to see more.',
  },
  // groups
  list: { vi: 'Danh sách', en: 'List' },
  offices: { vi: 'Của cả đơn vị, không riêng dự án nào', en: 'Of offices as a whole' },
  count: {
    vi: (alerts: number, critical: number) =>
      `${alerts} cảnh báo${critical === 0 ? '' : `, ${critical} nghiêm trọng`}`,
    en: (alerts: number, critical: number) =>
      `${alerts} ${alerts === 1 ? 'alert' : 'alerts'}${critical === 0 ? '' : `, ${critical} critical`}`,
  },
  since: withValues('lâu nhất từ {}', 'the oldest since {}'),
  // columns
  subject: { vi: 'Về', en: 'About' },
  says: { vi: 'Nội dung', en: 'What it says' },
  amount: { vi: 'Số vốn', en: 'Capital' },
  opened: { vi: 'Từ tuần chốt', en: 'Since the week of' },
  changed: withValues('số liệu đổi {}', 'changed {}'),
  isNew: { vi: 'mới tuần này', en: 'new this week' },
  select: withValues('Chọn {}', 'Select {}'),
  selectAll: { vi: 'Chọn các cảnh báo đang hiện', en: 'Select those shown' },
  // several at once
  dock: { vi: 'Việc với các cảnh báo đã chọn', en: 'What to do with those selected' },
  chosen: withValues('Đã chọn {} cảnh báo', '{} selected'),
  done: withValues('Đã ghi cho {} cảnh báo', 'Done for {}'),
  unselect: { vi: 'Bỏ chọn', en: 'Unselect' },
} satisfies Messages;

export const GROUPINGS = {
  rule: { vi: 'quy tắc', en: 'rule' },
  project: { vi: 'dự án', en: 'project' },
} satisfies Record<AlertGrouping, Messages[string]>;
