import { Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  closingItemUnknown: () =>
    new Problem(404, 'CLOSING-ITEM-NOT-FOUND', 'Không có khoản này.', 'There is no such item.'),
  debtWithoutAmount: () =>
    new Problem(
      422,
      'DEBT-WITHOUT-AMOUNT',
      'Nợ đọng phải ghi số tiền (amount).',
      'A debt needs its amount.',
      { field: 'amount' },
    ),
  settledBeforeOwed: () =>
    new Problem(
      422,
      'SETTLED-BEFORE-OWED',
      'Ngày này sớm hơn ngày bắt đầu nợ.',
      'That is before it was owed.',
      { field: 'on' },
    ),
  dateInFuture: (field: string) =>
    new Problem(
      422,
      'DATE-IN-FUTURE',
      'Ngày này chưa đến; hãy ghi ngày đã thực hiện.',
      'This day has not come yet; give the day on which it was done.',
      { field },
    ),
  projectUnknown: () =>
    new Problem(404, 'PROJECT-NOT-FOUND', 'Không tìm thấy dự án này.', 'There is no such project.'),
} as const;
