import type { Sentence } from '@thongvon/local-postgres';

/** What `npm run -s backtest` says besides its table. */
export const messages = {
  usage: (): Sentence => ({
    vi: 'Cách dùng: npm run -s backtest -- [--from 2023-05-25] [--to 2023-06-22] [--json]',
    en: 'Usage: npm run -s backtest -- [--from 2023-05-25] [--to 2023-06-22] [--json]',
  }),
  noWeeks: (): Sentence => ({
    vi: 'Không có tuần nào đã chốt trong khoảng này.',
    en: 'No week is frozen in this range.',
  }),
  failed: (message: string): Sentence => ({
    vi: `Không chạy lại được các quy tắc: ${message}`,
    en: `The rules could not be replayed: ${message}`,
  }),
} as const;
