import type { RememberedTopic } from '@thongvon/api-contract';
import type { Messages } from '../../language';

export const messages = {
  count: {
    vi: (count: string) => `${count} điều các đơn vị đã trả lời một lần cho mọi báo cáo`,
    en: (count: string) => `${count} things that offices have answered once for all`,
  },
  what: {
    vi: 'Báo cáo sau của đơn vị không phải trả lời lại. Quên một điều thì báo cáo sau sẽ hỏi lại điều đó.',
    en: 'Their next returns are not asked again. What is forgotten is asked again.',
  },
  none: {
    vi: 'Chưa đơn vị nào phải trả lời gì về bảng của mình',
    en: 'No office had to answer anything yet',
  },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  all: { vi: 'tất cả', en: 'all' },
  asked: { vi: 'Về', en: 'About' },
  answer: { vi: 'Đã trả lời', en: 'Answered' },
  origin: { vi: 'Ai, khi nào, ở báo cáo nào', en: 'Who, when, on which return' },
  unknown: { vi: 'không rõ ai', en: 'unknown person' },
  older: { vi: 'có từ trước khi hệ thống ghi người trả lời', en: 'older than the record of who answered' },
  goneProject: { vi: 'dự án không còn trong danh mục', en: 'a project that is gone' },
  rows: {
    vi: (first: number, last: number) =>
      first === last ? `tiêu đề dòng ${first}` : `tiêu đề dòng ${first}–${last}`,
    en: (first: number, last: number) =>
      first === last ? `header in row ${first}` : `header in rows ${first}–${last}`,
  },
  unit: { vi: (unit: string) => `đơn vị tính ${unit}`, en: (unit: string) => `unit ${unit}` },
  newProject: { vi: 'dự án mới', en: 'a new project' },
  sheet: { vi: (sheet: string) => `trang ${sheet}`, en: (sheet: string) => `sheet ${sheet}` },
  forget: { vi: 'Quên…', en: 'Forget…' },
  forgetReason: {
    vi: 'Vì sao không còn đúng (ghi vào nhật ký)',
    en: 'Why it no longer holds (kept in the audit trail)',
  },
  confirm: { vi: 'Quên', en: 'Forget' },
} satisfies Messages;

export const topics = {
  table: { vi: 'bố cục bảng', en: 'layout of a table' },
  column: { vi: 'ý nghĩa cột', en: 'meaning of columns' },
  'column-unit': { vi: 'đơn vị tính của cột', en: 'unit of a column' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  kind: { vi: 'loại bảng', en: 'kind of table' },
  project: { vi: 'dự án nào', en: 'which project' },
  habit: { vi: 'cách ghi ngày', en: 'way of writing dates' },
} satisfies Record<RememberedTopic, Messages[string]>;

export const habits = {
  'month-means-its-last-day': {
    vi: 'tháng, quý nghĩa là ngày cuối',
    en: 'a month or quarter means its last day',
  },
  'week-ends-on-thursday': { vi: 'tuần hết vào thứ Năm', en: 'weeks end on Thursday' },
  'week-ends-on-friday': { vi: 'tuần hết vào thứ Sáu', en: 'weeks end on Friday' },
  'week-ends-on-saturday': { vi: 'tuần hết vào thứ Bảy', en: 'weeks end on Saturday' },
  'week-ends-on-sunday': { vi: 'tuần hết vào Chủ nhật', en: 'weeks end on Sunday' },
  'dates-ahead': { vi: 'báo cáo ghi ngày sắp tới', en: 'returns are dated ahead' },
} satisfies Messages;
