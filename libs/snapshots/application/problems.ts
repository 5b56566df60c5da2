import { Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  notFrozen: () =>
    new Problem(
      404,
      'SNAPSHOT-NOT-FOUND',
      'Tuần này chưa được chốt, hoặc không có lần chốt này. Tuần gọi theo ngày chốt nhận báo cáo (thứ Năm).',
      'This week is not frozen, or not in this revision. A week is named by the date of its cut-off (Thursday).',
    ),
  nothingToCorrect: () =>
    new Problem(
      409,
      'SNAPSHOT-CURRENT',
      'Từ lần chốt gần nhất không có báo cáo nào của tuần này được duyệt thêm hay hủy duyệt, nên không cần chốt lại.',
      'No return of this week or earlier was approved or reverted since it was last frozen; there is nothing to correct.',
    ),
};
