import type { Sentence } from '@thongvon/local-postgres';

/** Everything the standalone program says to the person who starts it. */
export const messages = {
  ready: (address: string): Sentence => ({
    vi: `Thông Vốn đang chạy tại ${address} (Ctrl-C để dừng).`,
    en: `Thông Vốn is running at ${address} (Ctrl-C stops it).`,
  }),
  demo: (emails: readonly string[], password: string): Sentence => ({
    vi: `Số liệu minh họa. Tài khoản: ${emails.join(', ')}; mật khẩu: ${password}`,
    en: `Illustrative data. Accounts as above, password: ${password}`,
  }),
  stopping: (): Sentence => ({
    vi: 'Đang dừng, xin chờ cho đến khi dữ liệu được ghi xong…',
    en: 'Stopping; please wait until the data is on disk…',
  }),
  stopped: (): Sentence => ({ vi: 'Đã dừng.', en: 'Stopped.' }),
  portTaken: (host: string, port: number): Sentence => ({
    vi: `Cổng ${port} trên ${host} đang được chương trình khác sử dụng; hãy dừng chương trình đó hoặc đặt PORT khác.`,
    en: `Port ${port} on ${host} is taken by another program; stop that program or set another PORT.`,
  }),
  addressUnusable: (host: string, port: number, reason: string): Sentence => ({
    vi: `Không mở được cổng ${port} trên ${host} (${reason}); hãy đặt HOST hoặc PORT khác.`,
    en: `Port ${port} on ${host} can't be opened (${reason}); set another HOST or PORT.`,
  }),
  databaseLost: (): Sentence => ({
    vi: 'PostgreSQL đã dừng ngoài dự kiến; Thông Vốn dừng theo, dữ liệu đã ghi vẫn an toàn, hãy khởi động lại.',
    en: 'PostgreSQL has ended unexpectedly; Thông Vốn stops as well, what was saved is safe, start again.',
  }),
  doesNotStop: (service: string, reason: string): Sentence => ({
    vi: `Không dừng được ${service} đúng hạn (${reason}).`,
    en: `${service} didn't stop in time (${reason}).`,
  }),
  unexpected: (reason: string): Sentence => ({
    vi: `Lỗi ngoài dự kiến, Thông Vốn dừng lại: ${reason}`,
    en: `Unexpected error, Thông Vốn stops: ${reason}`,
  }),
};
