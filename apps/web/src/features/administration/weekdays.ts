import type { Messages } from '../../language';

const [MONDAY, VI, EN] = [
  1,
  ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];

/** What a day of the week is called; 1 is Monday, as in the kernel. */
export const weekdays = {
  weekday: {
    vi: (day: number) => VI[day - MONDAY] ?? '',
    en: (day: number) => EN[day - MONDAY] ?? '',
  },
} satisfies Messages;
