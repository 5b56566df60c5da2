import type { Messages } from '../../language';

export const accountMessages = {
  save: { vi: 'Lưu thay đổi', en: 'Save' },
  atOnce: {
    vi: 'Vai trò và đơn vị mới có hiệu lực ngay, kể cả với người đang đăng nhập.',
    en: 'A new role or office counts at once, also for who is signed in.',
  },
  sees: {
    vi: 'Một người thấy số liệu của đơn vị mình và các đơn vị trực thuộc. Cán bộ tài chính và lãnh đạo xem toàn huyện thì chọn UBND huyện, không chọn phòng.',
    en: 'A person sees their own office and all below it. Finance officers and leaders who see the whole district belong to its people’s committee, not to a department.',
  },
  passwordHead: { vi: 'Mật khẩu', en: 'Password' },
  linkWhat: {
    vi: 'Người dùng tự đặt mật khẩu qua một liên kết dùng một lần; không ai khác biết mật khẩu. Mật khẩu đang dùng vẫn còn cho đến lúc đó.',
    en: 'The person sets the password by a link that works once; nobody else knows it. The present one goes on until then.',
  },
  makeLink: { vi: 'Cấp liên kết đặt mật khẩu', en: 'Make a link' },
  link: { vi: 'Liên kết (chỉ hiện lần này)', en: 'Link (shown this once)' },
  linkUntil: {
    vi: (instant: string) =>
      `Trao cho đúng người; dùng được đến ${instant}. Liên kết cấp trước đó không còn dùng được.`,
    en: (instant: string) =>
      `Give it to the person alone; it works until ${instant}. An earlier one is void.`,
  },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
} satisfies Messages;
