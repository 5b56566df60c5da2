import { formatDong, formatPlainDate, type Dong, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  unknown: () =>
    new Problem(
      404,
      'CONTRACT-ADVANCE-NOT-FOUND',
      'Không có khoản tạm ứng hợp đồng này.',
      'There is no such advance of a contract.',
    ),
  recordedAlready: () =>
    new Problem(
      409,
      'CONTRACT-ADVANCE-EXISTS',
      'Tạm ứng của hợp đồng này cho nhà thầu này trong ngày này đã được ghi.',
      'The advance of this contract to this contractor on this day is recorded already.',
    ),
  overContract: () =>
    refused(
      'ADVANCE-OVER-CONTRACT',
      'amount',
      'Tạm ứng không được lớn hơn giá trị hợp đồng.',
      'An advance is not larger than the value of the contract.',
    ),
  overAdvance: (field: string) =>
    refused(
      'RECOVERED-OVER-ADVANCE',
      field,
      'Số thu hồi không được lớn hơn số đã tạm ứng.',
      'Not more can be recovered than was advanced.',
    ),
  belowOutstanding: () =>
    refused(
      'DISBURSED-BELOW-ADVANCE',
      'disbursed',
      'Số đã giải ngân của hợp đồng gồm cả tạm ứng chưa thu hồi, nên không thể nhỏ hơn phần đó.',
      'What is disbursed of a contract includes advances not recovered, and so is not less than them.',
    ),
  reasonNeeded: () =>
    refused(
      'REASON-NEEDED',
      'reason',
      'Số lũy kế giảm so với lần trước; hãy ghi lý do.',
      'A cumulative sum is lower than before; say why.',
    ),
  overContractValue: (value: Dong) =>
    refused(
      'DISBURSED-OVER-CONTRACT',
      'reason',
      `Số đã giải ngân lớn hơn giá trị hợp đồng ${formatDong(value)} đồng. Nếu có phụ lục, hãy sửa điều khoản trước; nếu chưa có, hãy ghi lý do.`,
      `More is disbursed than the contract's value of ${value} đồng. If there is an appendix, amend the terms first; else say why.`,
    ),
  recoverByTooEarly: (paidOn: PlainDate) =>
    refused(
      'RECOVERY-BEFORE-ADVANCE',
      'recoverBy',
      `Ngày thu hồi không được trước ngày tạm ứng ${formatPlainDate(paidOn)}.`,
      `It can't be due before it was paid on ${formatPlainDate(paidOn)}.`,
    ),
  beforePaid: (paidOn: PlainDate) =>
    refused(
      'RECOVERY-BEFORE-ADVANCE',
      'on',
      `Số liệu phải từ ngày tạm ứng ${formatPlainDate(paidOn)} trở đi.`,
      `Figures begin with the day on which it was paid, ${formatPlainDate(paidOn)}.`,
    ),
  dateInFuture: (field: string) =>
    refused(
      'DATE-IN-FUTURE',
      field,
      'Ngày này chưa đến; hãy ghi ngày đã thực hiện.',
      'This day has not come yet; give the day on which it was done.',
    ),
} as const;

function refused(code: string, field: string, vi: string, en: string): Problem {
  return new Problem(422, code, vi, en, { field });
}
