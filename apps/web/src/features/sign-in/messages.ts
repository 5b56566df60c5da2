import type { Messages } from '../../language';

export const messages = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  purpose: {
    vi: 'Theo dõi giải ngân vốn đầu tư công: đã giải ngân bao nhiêu, vướng ở đâu, ai phải làm gì.',
    en: 'Watching public investment: how much is disbursed, what is in the way, who must act.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  language: { vi: 'English', en: 'Tiếng Việt' },
  noAccounts: {
    vi: 'Hệ thống chưa có tài khoản nào. Người cài đặt tạo tài khoản quản trị đầu tiên bằng lệnh:',
    en: 'There is no account yet. Whoever installs the system makes the first administrator with:',
  },
  demoAccounts: {
    vi: 'Bản thử có sẵn các tài khoản sau; mật khẩu in ở cửa sổ đã chạy npm start.',
    en: 'The demo has these accounts; the password is printed where npm start runs.',
  },
  reporter: { vi: 'ban quản lý, xã', en: 'board, commune' },
  finance: { vi: 'tài chính', en: 'finance office' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  administrator: { vi: 'quản trị', en: 'administrator' },
} satisfies Messages;
