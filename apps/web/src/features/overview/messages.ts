import type { Messages } from '../../language';

export const messages = {
  title: {
    vi: (year: number, day: string) => `Đã giải ngân vốn đầu tư công năm ${year}, đến ${day}`,
    en: (year: number, day: string) => `Public investment disbursed in ${year}, to ${day}`,
  },
} satisfies Messages;
