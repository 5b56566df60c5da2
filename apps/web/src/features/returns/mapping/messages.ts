import { type Messages, withValues } from '../../../language';
import type { Missing } from './describe-table';

export const messages = {
  title: { vi: 'Chỉ cho hệ thống biết bảng nằm ở đâu', en: 'Tell the system where the table is' },
  intro: {
    vi: 'Chọn dòng tiêu đề bằng cách bấm số dòng, rồi chọn ý nghĩa ở đầu mỗi cột. Đơn vị chỉ phải làm một lần: báo cáo sau cùng tiêu đề sẽ được đọc ngay.',
    en: 'Choose the rows of the header by their numbers, then what each column means. Once is enough: later returns with the same captions are read at once.',
  },
  open: {
    vi: 'Hệ thống hiểu sai bảng? Tự chỉ tiêu đề và các cột',
    en: 'Table misunderstood? Describe it yourself',
  },
  close: { vi: 'Đóng', en: 'Close' },
  sheet: { vi: 'Trang', en: 'Sheet' },
  kind: { vi: 'Bảng này là', en: 'The table is' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  unitStated: { vi: 'như bảng ghi', en: 'as the table states' },
  headerNone: { vi: 'Chưa chọn dòng tiêu đề', en: 'No header chosen yet' },
  header: {
    vi: (first: number, last: number) =>
      first === last ? `Tiêu đề: dòng ${first}` : `Tiêu đề: dòng ${first} đến ${last}`,
    en: (first: number, last: number) =>
      first === last ? `Header: row ${first}` : `Header: rows ${first} to ${last}`,
  },
  headerRow: withValues('Dòng {} là tiêu đề', 'Row {} is header'),
  column: withValues('Cột {} là', 'Column {} is'),
  grid: withValues('Trang “{}”, từ ô A1', 'Sheet “{}”, from A1'),
  more: {
    vi: 'Chỉ hiện phần đầu trang; hệ thống sẽ đọc hết các dòng dưới tiêu đề.',
    en: 'Only the top of the sheet is shown; every row under the header is read.',
  },
  example: withValues('Dòng {} sẽ đọc là:', 'Row {} will be read as:'),
  read: { vi: 'Đọc theo chỉ dẫn này', en: 'Read it by this' },
  remove: { vi: 'Bỏ chỉ dẫn của trang này', en: 'Read this sheet without it' },
  loading: { vi: 'Đang mở trang tính', en: 'Opening the sheet' },
} satisfies Messages;

/** What a description still lacks, as the next thing to do. */
export const missing = {
  header: { vi: 'Bấm số dòng để chọn tiêu đề của bảng.', en: 'Press a row number to choose the header.' },
  name: { vi: 'Chọn cột tên dự án hoặc mã dự án.', en: 'Choose the column of project names or codes.' },
  figure: { vi: 'Chọn ít nhất một cột số liệu.', en: 'Choose at least one column of figures.' },
} satisfies Record<Missing, Messages[string]>;
