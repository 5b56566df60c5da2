import { type Messages, withValues } from '../../../language';

export const messages = {
  title: { vi: 'Hệ thống đã hiểu thế nào', en: 'How the system understood it' },
  table: withValues('Trang “{}”', 'Sheet “{}”'),
  columns: {
    vi: (read: number, all: number) => `Nghĩa của từng cột: nhập ${read} trên ${all} cột`,
    en: (read: number, all: number) => `What each column means: ${read} of ${all} are read`,
  },
  column: { vi: 'Cột', en: 'Column' },
  caption: { vi: 'Tiêu đề trong tệp', en: 'Caption in the file' },
  meaning: { vi: 'Hiểu là', en: 'Taken for' },
  compared: { vi: 'Đối chiếu', en: 'Compared' },
  noCaption: { vi: 'không có tiêu đề', en: 'no caption' },
  change: { vi: 'Đổi', en: 'Change' },
  changeColumn: withValues('Đổi nghĩa cột {}', 'Change what column {} means'),
  columnIs: withValues('Cột {} là', 'Column {} is'),
  save: { vi: 'Lưu cách hiểu', en: 'Save' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  givesWay: withValues(
    'Cột {} đang mang nghĩa này; lưu thì cột ấy không nhập nữa.',
    'Column {} has this meaning now; it is not read any more once you save.',
  ),
  agrees: { vi: 'Khớp', en: 'Agrees' },
  differs: { vi: 'Lệch', en: 'Differs' },
  waits: { vi: 'Còn chờ', en: 'Waits' },
  showCell: withValues('Xem ô {} trong bảng', 'Show cell {} in its sheet'),
  leftOut: { vi: 'Trang không nhập', en: 'Sheets not read' },
  settled: {
    vi: (count: number) => `${count} điểm cả bảng đã cho biết, không cần hỏi`,
    en: (count: number) => `${count} ${count === 1 ? 'point' : 'points'} that the whole table settled`,
  },
  against: withValues('Không phải “{label}”: trái với {why}', 'Not “{label}”: {why} contradict it'),
  notThat: withValues('Không phải “{}”', 'Not “{}”'),
} satisfies Messages;
