import type { OrganizationKind } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** What sorts of offices are called. */
export const organizationKinds = {
  'peoples-committee': { vi: 'UBND tỉnh, huyện', en: "people's committee" },
  'project-management-board': { vi: 'Ban quản lý dự án', en: 'project management board' },
  commune: { vi: 'UBND xã, phường', en: 'commune' },
  department: { vi: 'phòng, sở', en: 'department' },
  treasury: { vi: 'Kho bạc', en: 'Treasury' },
} satisfies Record<OrganizationKind, Messages[string]>;

/** What a word of the reader stands for in a table. */
export const wordKinds = {
  caption: { vi: 'tiêu đề cột', en: 'caption' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  source: { vi: 'nguồn vốn', en: 'source' },
} satisfies Messages;

/** What several sections say alike. */
export const words = {
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  role: { vi: 'Vai trò', en: 'Role' },
  kind: { vi: 'Loại', en: 'Kind' },
  state: { vi: 'Tình trạng', en: 'State' },
  from: { vi: 'Từ ngày', en: 'From' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  save: { vi: 'Lưu', en: 'Save' },
  saveChanges: { vi: 'Lưu thay đổi', en: 'Save' },
} satisfies Messages;

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
