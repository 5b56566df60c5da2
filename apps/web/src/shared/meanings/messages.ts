import type { Messages } from '../../language';

/** What a column of a return can mean, by field. */
export const fieldNames = {
  name: { vi: 'tên dự án', en: 'project name' },
  code: { vi: 'mã dự án', en: 'project code' },
  ordinal: { vi: 'số thứ tự', en: 'ordinal' },
  owner: { vi: 'chủ đầu tư', en: 'project owner' },
  field: { vi: 'lĩnh vực', en: 'field' },
  source: { vi: 'nguồn vốn', en: 'capital source' },
  'plan-type': { vi: 'loại kế hoạch', en: 'plan type' },
  location: { vi: 'địa bàn', en: 'location' },
  note: { vi: 'ghi chú', en: 'note' },
  planned: { vi: 'kế hoạch vốn', en: 'capital plan' },
  disbursed: { vi: 'lũy kế giải ngân', en: 'cumulative disbursement' },
  completed: { vi: 'thanh toán khối lượng hoàn thành', en: 'completed-work payment' },
  advance: { vi: 'tạm ứng chưa thu hồi', en: 'advance not yet recovered' },
  estimate: { vi: 'ước giải ngân', en: 'estimate' },
  'total-investment': { vi: 'tổng mức đầu tư', en: 'total investment' },
  households: { vi: 'số hộ ảnh hưởng', en: 'households affected' },
  inventoried: { vi: 'số hộ đã kiểm đếm', en: 'households inventoried' },
  approved: { vi: 'số hộ đã duyệt phương án', en: 'households with an approved plan' },
  paid: { vi: 'số hộ đã chi trả', en: 'households paid' },
  'handed-over': { vi: 'số hộ đã bàn giao', en: 'households that handed over' },
  area: { vi: 'diện tích thu hồi', en: 'area to be recovered' },
  'area-handed-over': { vi: 'diện tích đã bàn giao', en: 'area handed over' },
  graves: { vi: 'số mộ', en: 'graves' },
  compensation: { vi: 'kinh phí theo phương án', en: 'compensation approved' },
  compensated: { vi: 'kinh phí đã chi trả', en: 'compensation paid' },
  blocker: { vi: 'vướng mắc', en: 'blocker' },
  'responsible-unit': { vi: 'đơn vị chịu trách nhiệm', en: 'responsible unit' },
  due: { vi: 'thời hạn', en: 'due date' },
  rate: { vi: 'tỷ lệ', en: 'rate' },
  ignored: { vi: 'bỏ qua', en: 'ignored' },
} satisfies Messages;

/** Of which plan an amount is, where it isn't this year's. */
export const planTypeNames = {
  'carried-over': { vi: 'kéo dài', en: 'carried over' },
  'advanced-from-next-year': { vi: 'ứng trước năm sau', en: 'advanced from next year' },
  'advanced-last-year': { vi: 'ứng trước năm trước chuyển sang', en: 'advanced last year' },
  all: { vi: 'mọi loại kế hoạch', en: 'all plan types' },
} satisfies Messages;

/** What units and kinds of tables are called in an answer. */
export const tableWords = {
  dong: { vi: 'đồng', en: 'đồng' },
  'thousand-dong': { vi: 'nghìn đồng', en: 'thousand đồng' },
  'million-dong': { vi: 'triệu đồng', en: 'million đồng' },
  'billion-dong': { vi: 'tỷ đồng', en: 'billion đồng' },
  disbursement: { vi: 'báo cáo giải ngân', en: 'disbursement return' },
  'land-clearance': { vi: 'tiến độ giải phóng mặt bằng', en: 'land-clearance progress' },
  plan: { vi: 'kế hoạch vốn', en: 'capital plan' },
  treasury: { vi: 'số liệu Kho bạc', en: 'Treasury statement' },
} satisfies Messages;
