import { type Messages, withValues } from '../../language';

export const openMessages = {
  title: { vi: 'Ghi vướng mắc', en: 'Write down a blocker' },
  crumb: { vi: 'Vướng mắc', en: 'Blockers' },
  project: { vi: 'Dự án bị vướng', en: 'The project that it stops' },
  projectWords: { vi: 'Tìm dự án theo tên hoặc mã', en: 'Search by name or code' },
  projectNone: {
    vi: 'Không có dự án nào như vậy trong các dự án của đơn vị.',
    en: 'There is no such project among those of your office.',
  },
  projectMore: withValues('và {} dự án nữa; gõ thêm chữ để thu hẹp', 'and {} more; type more to narrow them'),
  projectOther: { vi: 'Chọn dự án khác', en: 'Choose another' },
  description: { vi: 'Vướng gì, ở đâu', en: 'What stands in the way, and where' },
  noNames: {
    vi: 'Không ghi tên hộ dân, số điện thoại, số CCCD; ghi số hộ là đủ.',
    en: 'No names, telephone or identity numbers of households; how many is enough.',
  },
  cause: { vi: 'Nguyên nhân', en: 'Cause' },
  causeNone: { vi: 'chưa phân loại, xác nhận sau', en: 'not classified, to be confirmed later' },
  suggested: { vi: 'Theo nội dung:', en: 'By its words:' },
  unit: { vi: 'Đơn vị chủ trì xử lý', en: 'Who must act' },
  due: { vi: 'Hạn xử lý', en: 'Due' },
  more: {
    vi: 'Cán bộ phụ trách, cấp quyết định, ngày phát sinh',
    en: 'Official, who can decide, since when',
  },
  person: { vi: 'Cán bộ phụ trách', en: 'Official in charge' },
  personHint: { vi: 'Cán bộ, không phải người dân', en: 'An official, no resident' },
  decidingLevel: { vi: 'Cấp quyết định', en: 'Who can decide' },
  levelNone: { vi: 'chưa rõ', en: 'not known' },
  openedOn: { vi: 'Vướng từ ngày', en: 'Since' },
  openedOnHint: { vi: 'Bỏ trống: hôm nay', en: 'Left blank: today' },
  save: { vi: 'Lưu vướng mắc', en: 'Save the blocker' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
} satisfies Messages;
