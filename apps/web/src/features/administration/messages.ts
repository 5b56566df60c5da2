import type { OrganizationKind, Role } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** What a role is called, in the order in which they are offered. */
export const roles = {
  reporter: { vi: 'gửi báo cáo (ban, xã)', en: 'reporter' },
  'finance-officer': { vi: 'cán bộ tài chính', en: 'finance officer' },
  'finance-head': { vi: 'trưởng phòng tài chính', en: 'finance head' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  administrator: { vi: 'quản trị', en: 'administrator' },
} satisfies Record<Role, Messages[string]>;

/** What sorts of offices are called. */
export const organizationKinds = {
  'peoples-committee': { vi: 'UBND tỉnh, huyện', en: "people's committee" },
  'project-management-board': { vi: 'Ban quản lý dự án', en: 'project management board' },
  commune: { vi: 'UBND xã, phường', en: 'commune' },
  department: { vi: 'phòng, sở', en: 'department' },
  treasury: { vi: 'Kho bạc', en: 'Treasury' },
} satisfies Record<OrganizationKind, Messages[string]>;

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
