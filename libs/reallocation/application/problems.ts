import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';
import type { Issue } from '../domain/checks';
import { issueTexts } from '../domain/messages/issue-texts';

/** What a caller may have to mend. */
export const problems = {
  noWeek: () =>
    new Problem(
      404,
      'REALLOCATION-NO-WEEK',
      'Chưa có tuần này được chốt: bàn điều chuyển dùng số liệu của tuần đã chốt.',
      'This week is not frozen: the desk stands on the figures of a frozen week.',
    ),
  proposalUnknown: () =>
    new Problem(404, 'PROPOSAL-NOT-FOUND', 'Không tìm thấy đề xuất này.', 'There is no such proposal.'),
  notYours: () =>
    new Problem(
      403,
      'PROPOSAL-NOT-YOURS',
      'Đề xuất này của đơn vị khác: chỉ đơn vị lập mới được sửa.',
      'This proposal is of another office: only the office that makes it may change it.',
    ),
  weekChanged: (week: PlainDate) =>
    new Problem(
      409,
      'REALLOCATION-WEEK-CHANGED',
      `Số liệu đã được chốt lại (tuần ${formatPlainDate(week)}). Hãy xem lại đề xuất theo số liệu mới rồi lưu.`,
      `A newer week is frozen (${formatPlainDate(week)}). Look at the proposal by its figures, then keep it.`,
      { week },
    ),
  changed: () =>
    new Problem(
      409,
      'PROPOSAL-CHANGED',
      'Đề xuất này vừa được người khác lưu; hãy mở lại để xem bản mới nhất.',
      'Somebody else has kept this proposal since; open it again.',
    ),
  decided: () =>
    new Problem(
      409,
      'PROPOSAL-DECIDED',
      'Đề xuất này đã có quyết định; không sửa được nữa.',
      'This proposal was decided on; it can no longer be changed.',
    ),
  keyReused: () =>
    new Problem(
      409,
      'PROPOSAL-KEY-REUSED',
      'Khóa này đã dùng để lưu nội dung khác; hãy tải lại trang.',
      'This key was used to keep something else; begin anew.',
      { field: 'clientKey' },
    ),
  invalid: (issues: readonly Issue[]) =>
    new Problem(
      422,
      'PROPOSAL-INVALID',
      `Chưa lưu được: ${issues.length} điểm cần sửa hoặc giải trình.`,
      `Not kept: ${issues.length} to mend or to declare.`,
      {
        fields: issues.map((issue) => {
          const [message, messageEn] = issueTexts(issue);
          return { field: issue.isError ? 'lines' : 'declared', rule: issue.code, message, messageEn };
        }),
      },
    ),
  decisionNeeded: () =>
    new Problem(
      422,
      'PROPOSAL-DECISION-NEEDED',
      'Hãy ghi số và ngày của quyết định điều chỉnh kế hoạch.',
      'Give the number and the date of the decision.',
      { field: 'decisionNumber' },
    ),
  blank: (field: string) =>
    new Problem(
      422,
      'TEXT-BLANK',
      'Mục này đang trống; hãy ghi bằng chữ.',
      'This says nothing; put it in words.',
      {
        field,
      },
    ),
};
