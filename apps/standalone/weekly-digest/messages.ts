import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { Sentence } from '@thongvon/local-postgres';

/** Everything that `npm run -s weekly-digest` says. */
export const messages = {
  usage: (): Sentence => ({
    vi: 'Cách dùng: npm run -s weekly-digest -- [--week 2023-06-22] --out THƯ-MỤC (tuần gọi theo ngày chốt số, thứ Năm)',
    en: 'Usage: npm run -s weekly-digest -- [--week 2023-06-22] --out FOLDER (a week is called by the date of its cut-off)',
  }),
  nobody: (week: PlainDate): Sentence => ({
    vi: `Tuần ${formatPlainDate(week)}: chưa có ai nhận thư tuần; quản trị viên đặt người nhận, hoặc tạo tài khoản lãnh đạo.`,
    en: `Week ${formatPlainDate(week)}: nobody gets the weekly letter; an administrator sets recipients, or makes a leader's account.`,
  }),
  written: (week: PlainDate, count: number, folder: string): Sentence => ({
    vi: `Tuần ${formatPlainDate(week)}: đã ghi ${count} thư vào ${folder}; không gửi đi.`,
    en: `Week ${formatPlainDate(week)}: ${count} letters written to ${folder}; none was sent.`,
  }),
  folderUnusable: (folder: string, reason: string): Sentence => ({
    vi: `Không ghi được vào ${folder} (${reason}); hãy chọn thư mục khác.`,
    en: `${folder} can't be written to (${reason}); choose another folder.`,
  }),
  failed: (reason: string): Sentence => ({
    vi: `Không soạn được thư tuần: ${reason}`,
    en: `The weekly letter could not be written: ${reason}`,
  }),
} as const;
