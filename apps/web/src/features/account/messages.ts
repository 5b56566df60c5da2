import type { Role } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** What a role may do, to who has it. */
export const roles = {
  reporter: { vi: 'gửi báo cáo', en: 'sends returns' },
  'finance-officer': { vi: 'cán bộ tài chính', en: 'finance officer' },
  'finance-head': { vi: 'trưởng phòng tài chính', en: 'finance head' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  administrator: { vi: 'quản trị', en: 'administrator' },
} satisfies Record<Role, Messages[string]>;

export const messages = {
  title: { vi: 'Tài khoản của bạn', en: 'Your account' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  role: { vi: 'Vai trò', en: 'Role' },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  guide: { vi: 'Hướng dẫn dùng hệ thống', en: 'Guide to the system' },
  wrong: {
    vi: 'Có gì không đúng, hãy báo người quản trị.',
    en: 'Tell the administrator if something is wrong.',
  },
  password: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  current: { vi: 'Mật khẩu đang dùng', en: 'Present password' },
  change: { vi: 'Đổi mật khẩu', en: 'Change it' },
  elsewhere: {
    vi: 'Bạn vẫn đăng nhập ở đây; mọi máy khác phải đăng nhập lại.',
    en: 'You stay signed in here; everywhere else you have to sign in again.',
  },
  changed: {
    vi: 'Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.',
    en: 'The password is changed. Other computers are signed out.',
  },
} satisfies Messages;
