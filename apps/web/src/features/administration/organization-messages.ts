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

export const organizationMessages = {
  add: { vi: 'Thêm đơn vị', en: 'New organisation' },
  kind: { vi: 'Loại', en: 'Kind' },
  parent: { vi: 'Đơn vị cấp trên', en: 'Above it' },
  noParent: { vi: '(không có)', en: '(none)' },
  name: { vi: 'Tên đầy đủ, như trên văn bản', en: 'Full name, as on its documents' },
  commune: { vi: 'Địa bàn (xã)', en: 'Commune' },
  from: { vi: 'Ngày đầu tiên', en: 'First day' },
  save: { vi: 'Lưu thay đổi', en: 'Save' },
  create: { vi: 'Thêm đơn vị', en: 'Add' },
  keeps: {
    vi: 'Đổi tên hay cấp trên không tách số liệu: dự án, báo cáo và tài khoản vẫn thuộc đơn vị này. Ai đổi gì, khi nào nằm trong nhật ký.',
    en: 'A new name or place keeps projects, returns and accounts with it. Who changed what and when is in the audit trail.',
  },
  ending: { vi: 'Kết thúc hoạt động', en: 'Ending it' },
  lastDay: { vi: 'Ngày cuối cùng', en: 'Last day' },
  lastDayHint: {
    vi: 'Để trống khi còn hoạt động. Sau ngày này đơn vị không phải gửi báo cáo nữa; số liệu cũ giữ nguyên. Tài khoản của đơn vị vẫn đăng nhập được: hãy chuyển hoặc khoá.',
    en: 'Empty while it exists. After it no return is owed; old figures stay. Its accounts can still sign in: move or disable them.',
  },
  successor: { vi: 'Đơn vị kế thừa', en: 'Successor' },
  noSuccessor: { vi: '(chưa có)', en: '(none yet)' },
  succeeded: { vi: (name: string) => `kế thừa: ${name}`, en: (name: string) => `successor: ${name}` },
} satisfies Messages;
