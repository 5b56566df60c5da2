import { Problem } from '@thongvon/platform';

/** What a caller may have to mend when naming participants. */
export const participantProblems = {
  unknown: () =>
    new Problem(
      404,
      'PARTICIPANT-NOT-FOUND',
      'Dự án không có đơn vị tham gia này.',
      'The project has no such participant.',
    ),
  officeUnknown: () =>
    new Problem(
      422,
      'ORGANIZATION-UNKNOWN',
      'Không có đơn vị này, hoặc đơn vị đã kết thúc hoạt động.',
      'There is no such organisation, or it has ended.',
    ),
  holdsProject: () =>
    new Problem(
      422,
      'PARTICIPANT-HOLDS-PROJECT',
      'Dự án đang thuộc đơn vị này; không cần ghi là đơn vị tham gia.',
      'The project is held by this organisation already; it need not be named.',
    ),
  date: (field: 'from' | 'to') =>
    new Problem(
      422,
      'PARTICIPANT-DATE',
      'Ngày này chưa đến, hoặc trước ngày đã ghi cho đơn vị này.',
      'This day has not come yet, or lies before what is recorded of this organisation.',
      { field },
    ),
} as const;
