import { type Dong, formatDong } from '@thongvon/kernel';
import { dateInFuture, nothingToChange, Problem } from '@thongvon/platform';
import { projectUnknown } from '@thongvon/projects';

/** What a caller may have to mend. */
export const problems = {
  projectUnknown,
  segmentUnknown: () =>
    new Problem(422, 'SEGMENT-UNKNOWN', 'Dự án không có đoạn (đợt) này.', 'The project has no such segment.'),
  segmentTaken: () =>
    new Problem(
      409,
      'SEGMENT-NAME-TAKEN',
      'Dự án đã có đoạn (đợt) mang tên này.',
      'The project already has a segment of this name.',
    ),
  notHolder: () =>
    new Problem(
      403,
      'PROJECT-NOT-HELD',
      'Chỉ chủ đầu tư hoặc cơ quan tài chính mới giao được đoạn cho đơn vị khác.',
      'Only the owner of the project or the finance office can give a segment to another office.',
    ),
  dateInFuture,
  advanceUnknown: () =>
    new Problem(404, 'ADVANCE-NOT-FOUND', 'Không có khoản tạm ứng này.', 'There is no such advance.'),
  beforeAdvance: () =>
    new Problem(422, 'ADVANCE-BEFORE', 'Ngày này sớm hơn ngày tạm ứng.', 'That is before the advance.', {
      field: 'on',
    }),
  advanceExceeded: (left: Dong) =>
    new Problem(
      422,
      'ADVANCE-EXCEEDED',
      `Khoản tạm ứng chỉ còn ${formatDong(left)} đồng.`,
      `Only ${left} đồng of the advance are left.`,
      { left: left.toString() },
    ),
  proofIncomplete: () =>
    new Problem(
      422,
      'PROOF-INCOMPLETE',
      'Căn cứ phải có văn bản, tệp, hoặc đủ báo cáo, trang và ô.',
      'A proof needs a document, a file, or a return with sheet and cell.',
      { field: 'proof' },
    ),
  proofUnknown: (field: 'returnId' | 'fileId') =>
    new Problem(
      422,
      'PROOF-UNKNOWN',
      'Không có báo cáo hoặc tệp này của dự án.',
      'There is no such return or file of the project.',
      { field },
    ),
  evidenceFileUnknown: () =>
    new Problem(404, 'EVIDENCE-FILE-NOT-FOUND', 'Không tìm thấy tệp này.', 'There is no such file.'),
  evidenceFileKind: () =>
    new Problem(
      422,
      'EVIDENCE-FILE-KIND',
      'Chỉ nhận tệp PDF, ảnh JPEG hoặc PNG, Word (.docx), Excel (.xlsx).',
      'Only PDF, JPEG or PNG, Word (.docx) and Excel (.xlsx) files are taken.',
    ),
  nothingToChange,
} as const;
