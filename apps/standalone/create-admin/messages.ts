import type { Sentence } from '@thongvon/local-postgres';

/** Everything that `npm run -s create-admin` says. */
export const messages = {
  usage: (): Sentence => ({
    vi: 'Cách dùng: npm run -s create-admin -- EMAIL "HỌ TÊN" [--organization "CƠ QUAN"] [--force]; mật khẩu: gõ khi được hỏi, hoặc là dòng đầu của đầu vào (… < TỆP), không có thì hệ thống tự tạo; đặt NOW như hệ thống đang chạy, nếu có',
    en: 'Usage: npm run -s create-admin -- EMAIL "NAME" [--organization "OFFICE"] [--force]; the password is typed when asked for, or the first line of the input (… < FILE), else generated; set NOW as the running system has it, if it has',
  }),
  askPassword: (): Sentence => ({
    vi: 'Mật khẩu, ít nhất 12 ký tự (bỏ trống để hệ thống tự tạo):',
    en: 'Password, at least 12 characters (leave empty for a generated one):',
  }),
  unusable: (field: string): Sentence => ({
    vi: `Giá trị không dùng được: ${field}`,
    en: `Can't be used: ${field}`,
  }),
  created: (email: string, organization: string): Sentence => ({
    vi: `Đã tạo quản trị viên ${email}, thuộc ${organization}.`,
    en: `Created the administrator ${email}, of ${organization}.`,
  }),
  generated: (password: string): Sentence => ({
    vi: `Mật khẩu (chỉ hiện một lần): ${password}`,
    en: `Password (shown only once): ${password}`,
  }),
  unexpected: (message: string): Sentence => ({
    vi: `Không tạo được tài khoản: ${message}`,
    en: `The account could not be made: ${message}`,
  }),
} as const;
