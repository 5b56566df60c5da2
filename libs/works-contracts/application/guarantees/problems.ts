import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  unknown: () =>
    new Problem(404, 'GUARANTEE-NOT-FOUND', 'Không có bảo lãnh này.', 'There is no such guarantee.'),
  released: () =>
    new Problem(409, 'GUARANTEE-RELEASED', 'Bảo lãnh đã được giải tỏa.', 'The guarantee has been released.'),
  endsTooEarly: (last: PlainDate) =>
    new Problem(
      422,
      'GUARANTEE-ENDS-TOO-EARLY',
      `Ngày hết hạn phải sau ${formatPlainDate(last)}.`,
      `It must end after ${formatPlainDate(last)}.`,
      { field: 'expiresOn' },
    ),
  dateInFuture: (field: string) =>
    new Problem(
      422,
      'DATE-IN-FUTURE',
      'Ngày này chưa đến; hãy ghi ngày đã thực hiện.',
      'This day has not come yet; give the day on which it was done.',
      { field },
    ),
} as const;
