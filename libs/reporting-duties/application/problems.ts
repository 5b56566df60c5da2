import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  weekFrozen: (first: PlainDate) =>
    new Problem(
      422,
      'DUTY-WEEK-FROZEN',
      `Tuần đã chốt giữ nguyên ai phải báo cáo; chỉ đặt được từ ngày ${formatPlainDate(first)} trở đi.`,
      `Frozen weeks keep who owed what; it can be set from ${formatPlainDate(first)} on.`,
      { field: 'from', first },
    ),
};
