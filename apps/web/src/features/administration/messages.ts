import type { Role } from '@thongvon/api-contract';
import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'Quản trị', en: 'Administration' },
  parts: { vi: 'Các phần của trang quản trị', en: 'Parts of the administration' },
  // accounts
  accountCount: { vi: (count: string) => `${count} tài khoản`, en: (count: string) => `${count} accounts` },
  name: { vi: 'Họ tên', en: 'Name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  role: { vi: 'Vai trò', en: 'Role' },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  state: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'đang dùng', en: 'active' },
  disabled: { vi: 'đã khoá', en: 'disabled' },
  disable: { vi: 'Khoá', en: 'Disable' },
  enable: { vi: 'Mở lại', en: 'Enable' },
  search: { vi: 'Tìm tên hoặc thư điện tử', en: 'Search name or e-mail' },
  newAccount: { vi: 'Thêm tài khoản', en: 'New account' },
  create: { vi: 'Tạo tài khoản', en: 'Create account' },
  created: {
    vi: (name: string) => `Đã tạo tài khoản cho ${name}.`,
    en: (name: string) => `Account of ${name} created.`,
  },
  none: { vi: 'Không có mục nào khớp', en: 'Nothing matches' },
  reporter: { vi: 'gửi báo cáo (ban, xã)', en: 'reporter' },
  'finance-officer': { vi: 'cán bộ tài chính', en: 'finance officer' },
  'finance-head': { vi: 'trưởng phòng tài chính', en: 'finance head' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  // organisations
  organizationCount: {
    vi: (count: string) => `${count} đơn vị`,
    en: (count: string) => `${count} organisations`,
  },
  reports: { vi: 'Báo cáo hằng tuần', en: 'Weekly return' },
  owes: { vi: 'có', en: 'yes' },
  commune: { vi: 'Địa bàn', en: 'Commune' },
  since: { vi: 'Hoạt động từ', en: 'Since' },
  until: { vi: (day: string) => `đến ${day}`, en: (day: string) => `until ${day}` },
  // mails
  mailCount: { vi: (count: string) => `${count} thư`, en: (count: string) => `${count} mails` },
  to: { vi: 'Người nhận', en: 'To' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  attempts: { vi: 'Số lần gửi', en: 'Attempts' },
  when: { vi: 'Lúc', en: 'When' },
  retry: { vi: 'Gửi lại', en: 'Send again' },
  noMails: { vi: 'Chưa có thư nào', en: 'No mails yet' },
  searchMails: { vi: 'Tìm tiêu đề hoặc người nhận', en: 'Search subject or recipient' },
  anyState: { vi: 'tất cả', en: 'all' },
  // rules
  ruleCount: { vi: (count: string) => `${count} quy tắc`, en: (count: string) => `${count} rules` },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  thresholds: { vi: 'Ngưỡng đang dùng', en: 'Thresholds in force' },
  citation: { vi: 'Căn cứ', en: 'Based on' },
  off: { vi: 'đang tắt', en: 'off' },
} satisfies Messages;

/** In the order in which they are offered. */
export const ROLE_ORDER: readonly Role[] = [
  'reporter',
  'finance-officer',
  'finance-head',
  'leader',
  'administrator',
];

const [MONDAY, VI, EN] = [
  1,
  ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];

/** What a day of the week is called; 1 is Monday, as in the kernel. */
export const weekdays = {
  weekday: {
    vi: (day: number) => VI[day - MONDAY] ?? '',
    en: (day: number) => EN[day - MONDAY] ?? '',
  },
} satisfies Messages;
