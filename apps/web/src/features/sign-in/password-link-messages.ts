import type { Messages } from '../../language';

export const passwordLinkMessages = {
  title: { vi: 'Đặt mật khẩu', en: 'Set a password' },
  what: {
    vi: 'Mật khẩu do bạn tự chọn, không ai khác biết. Liên kết này chỉ dùng được một lần.',
    en: 'You choose it, nobody else knows it. This link works once.',
  },
  set: { vi: 'Đặt mật khẩu', en: 'Set it' },
  done: { vi: 'Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.', en: 'It is set. Sign in with it.' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  incomplete: {
    vi: 'Liên kết bị thiếu phần cuối. Hãy mở lại đúng liên kết mà quản trị viên đã trao.',
    en: 'The end of the link is missing. Open it as the administrator gave it to you.',
  },
} satisfies Messages;
