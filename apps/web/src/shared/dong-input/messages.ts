import type { Messages } from '../../language';

export const messages = {
  read: { vi: (dong: string) => `Hiểu là ${dong}`, en: (dong: string) => `Read as ${dong}` },
  notWhole: {
    vi: 'Ghi đủ từng đồng, ví dụ 1.500.000.000.',
    en: 'Write whole đồng, for example 1.500.000.000.',
  },
} satisfies Messages;
