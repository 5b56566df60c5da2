import { Problem } from '@thongvon/platform';

/** Every refusal of this context: Vietnamese first. */
export const problems = {
  returnNotRead: () =>
    new Problem(
      409,
      'RETURN-NOT-READ',
      'Báo cáo đang được đọc. Hãy thử lại sau giây lát.',
      'The return is still being read. Try again in a moment.',
    ),
} as const;
