import type { ReportState } from '@thongvon/api-contract';

/** Words of the attachment. */
export const sheets = {
  summary: { name: 'Tổng hợp', title: 'Giải ngân theo tuần', note: 'Đơn vị: đồng. Tỷ lệ trên kế hoạch năm.' },
  decisions: { name: 'Việc cần quyết', title: 'Việc cần quyết', note: 'Đơn vị: đồng.' },
  projects: {
    name: 'Dự án',
    title: 'Dự án có kế hoạch năm',
    note: 'Đơn vị: đồng. Ô trống: chưa báo cáo.',
  },
  blockers: { name: 'Vướng mắc', title: 'Vướng mắc đang mở', note: 'Đơn vị: đồng.' },
  offices: { name: 'Đơn vị báo cáo', title: 'Nghĩa vụ báo cáo của tuần', note: '' },
  alerts: { name: 'Cảnh báo', title: 'Cảnh báo đang có hiệu lực', note: 'Đơn vị: đồng.' },
} as const;

export const titles = {
  week: 'Tuần chốt',
  planned: 'Kế hoạch năm',
  disbursed: 'Đã giải ngân',
  rate: 'Tỷ lệ',
  change: 'Tuần này',
  remaining: 'Còn lại',
  project: 'Dự án',
  code: 'Mã dự án',
  owner: 'Chủ đầu tư',
  figureAsOf: 'Số liệu đến',
  reported: 'Báo cáo tuần này',
  newFigures: 'Số liệu mới trong tuần',
  amount: 'Số tiền',
  cause: 'Nguyên nhân',
  reason: 'Nội dung',
  unit: 'Đơn vị',
  due: 'Hạn',
  daysOverdue: 'Số ngày quá hạn',
  ask: 'Quyết',
  held: 'Vốn bị giữ',
  openedOn: 'Từ ngày',
  lastAction: 'Xử lý gần nhất',
  office: 'Đơn vị',
  kind: 'Báo cáo',
  state: 'Tình trạng',
  lastAsOf: 'Số gần nhất',
  rule: 'Quy tắc',
  text: 'Cảnh báo',
} as const;

export const yes = 'có';
export const no = 'chưa';
/** Of a week of which nobody has reported: its sums are those of the week before. */
export const silentWeek = '— không có báo cáo, số của tuần trước';

export const REPORT_STATE_NAMES: Readonly<Record<ReportState, string>> = {
  reported: 'đã duyệt',
  pending: 'đã nhận, chưa duyệt',
  'sent-back': 'bị trả lại',
  silent: 'chưa gửi',
};
