import type { Messages } from '../../language';

export const messages = {
  form: { vi: 'ngày/tháng/năm', en: 'dd/mm/yyyy' },
  calendar: { vi: 'Mở lịch', en: 'Open the calendar' },
  unreadable: {
    vi: 'Ghi ngày/tháng/năm, ví dụ 01/06/2023.',
    en: 'Write day/month/year, for example 01/06/2023.',
  },
  noSuchDay: { vi: (day: string) => `Không có ngày ${day}.`, en: (day: string) => `There is no ${day}.` },
  tooEarly: {
    vi: (day: string) => `Không được trước ngày ${day}.`,
    en: (day: string) => `Not before ${day}.`,
  },
  tooLate: { vi: (day: string) => `Không được sau ngày ${day}.`, en: (day: string) => `Not after ${day}.` },
} satisfies Messages;
