import { type Messages, withValues } from '../../../language';

export const messages = {
  corrections: { vi: 'Số đính chính', en: 'Declared corrections' },
  fileStays: {
    vi: 'Tệp gốc giữ nguyên. Hệ thống đọc báo cáo với các giá trị đúng dưới đây; người duyệt thấy cả hai.',
    en: 'The original file stays as it is. The return is read with the values below; whoever approves sees both.',
  },
  before: { vi: 'Trong tệp', en: 'In the file' },
  after: { vi: 'Đúng là', en: 'Right is' },
  because: withValues('Lý do: {}', 'Reason: {}'),
  declared: withValues('{who} ({office}), {when}', '{who} ({office}), {when}'),
  takeBack: { vi: 'Lấy lại số đính chính', en: 'Take it back' },

  open: { vi: 'Ghi số đúng cho ô này', en: 'Say what is right for this cell' },
  how: {
    vi: 'Không phải sửa tệp rồi nạp lại: ghi giá trị đúng và lý do. Hệ thống đọc lại báo cáo với giá trị này, tệp gốc giữ nguyên.',
    en: 'No need to mend the file and upload it again: give the right value and the reason. The return is read anew with it; the original file stays.',
  },
  numberIs: { vi: 'Số đúng là', en: 'The right number' },
  numberIn: withValues('Số đúng là ({})', 'The right number ({})'),
  textIs: { vi: 'Nội dung đúng là', en: 'The right text' },
  dateIs: { vi: 'Ngày đúng là', en: 'The right date' },
  numberHint: {
    vi: 'Ghi theo đơn vị tính của cột, ví dụ 12.500,5. Ghi “-” nếu bằng 0, “x” nếu không áp dụng hoặc chưa có số.',
    en: 'In the unit of its column, for example 12.500,5; “-” for zero, “x” where it does not apply or there is none yet.',
  },
  notNumber: {
    vi: 'Chưa đọc được số này. Ghi ví dụ 12.500,5 (dấu phẩy cho phần thập phân).',
    en: 'This is no number. Write for example 12.500,5, with a comma before decimals.',
  },
  readAsZero: { vi: 'Hiểu là bằng 0', en: 'Read as zero' },
  readAsNone: {
    vi: 'Hiểu là không có số: không tính là 0',
    en: 'Read as no number: it does not count as zero',
  },
  readAs: withValues('Hiểu là {}', 'Read as {}'),
  readAsDong: withValues('Hiểu là {number} {unit}, tức {dong}', 'Read as {number} {unit}, that is {dong}'),
  reason: { vi: 'Lý do đính chính (bắt buộc)', en: 'Why it is corrected (needed)' },
  save: { vi: 'Lưu số đính chính', en: 'Save the correction' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
} satisfies Messages;
