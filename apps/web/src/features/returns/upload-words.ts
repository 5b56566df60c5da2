import { type Messages, withValues } from '../../language';
import { ENDINGS_NAMED } from './accepted-files';

/** What is said of files, before and on their way. */
export const uploadWords = {
  dropHint: {
    vi: `Biểu của đơn vị bạn, không cần đổi mẫu, một hay nhiều tệp, tối đa 20 MB. Nạp để xem trước, chưa phải là gửi; cơ quan cấp trên mở xem được bản chưa gửi. Nhận ${ENDINGS_NAMED}.`,
    en: `Your own form as it is, one file or several, at most 20 MB. You see it first and send it later; offices above can open what is not sent. Takes ${ENDINGS_NAMED}.`,
  },
  dropHintOffice: {
    vi: `Quyết định giao vốn, số liệu Kho bạc hoặc biểu của một đơn vị, không cần đổi mẫu, một hay nhiều tệp, tối đa 20 MB. Nạp để xem trước; chưa tính vào số liệu. Nhận ${ENDINGS_NAMED}.`,
    en: `A decision on the plan, a Treasury statement or the form of an office, as it is, one file or several, at most 20 MB. You see it first; nothing counts yet. Takes ${ENDINGS_NAMED}.`,
  },
  sending: withValues('Đang nạp {name}: {percent} %', 'Uploading {name}: {percent} %'),
  sendingOf: withValues(
    'Báo cáo {nth}/{of}, đang nạp {name}: {percent} %',
    'Return {nth} of {of}, uploading {name}: {percent} %',
  ),
  waitingUpload: withValues(
    'Mất kết nối. {} vẫn còn đây; sẽ tự nạp lại khi có mạng.',
    'Connection lost. {} is kept and uploaded again when the network is back.',
  ),
  severalFiles: withValues('{name} và {others} tệp khác', '{name} and {others} more'),
  askFiles: {
    vi: 'Một báo cáo gồm nhiều tệp, hay mỗi tệp một báo cáo?',
    en: 'One return of several files, or a return each?',
  },
  askWhy: {
    vi: 'Một báo cáo: các tệp được đọc cùng nhau như các trang của một tệp Excel, gửi và duyệt một lần. Mỗi tệp một báo cáo: nạp lần lượt, gửi riêng.',
    en: 'One return: the files are read together like sheets of one workbook, and sent and approved at once. A return each: one after the other, sent by itself.',
  },
  asOne: withValues('Một báo cáo gồm {} tệp', 'One return of {} files'),
  asEach: withValues('{} báo cáo, mỗi tệp một báo cáo', '{} returns, one a file'),
  askReplacement: withValues(
    'Bạn đưa vào {} tệp. Báo cáo thay cho báo cáo đang xem gồm tất cả, hay chỉ một tệp?',
    '{} files came. Does the return that takes the place of this one consist of all, or of one?',
  ),
  askFewer: withValues(
    'Báo cáo đang xem gồm {} tệp, bạn đưa vào một tệp. Sửa một tệp thì chọn lại đủ các tệp của báo cáo. Báo cáo mới chỉ gồm tệp này?',
    'This return has {} files, and one came. To mend one of them choose all of its files again. Is the new return this file alone?',
  ),
  onlyFile: withValues('Chỉ {}', 'Only {}'),
  noFiles: { vi: 'Hủy, chưa nạp tệp nào', en: 'Cancel, upload nothing' },
  filesTaken: withValues(
    'Đã nạp {} tệp; xem ở danh sách bên dưới.',
    '{} files were taken; see the list below.',
  ),
  filesOf: withValues('Báo cáo gồm {} tệp', 'The return consists of {} files'),
  allFiles: { vi: 'tải tất cả (.zip)', en: 'all of them (.zip)' },
  filesMended: {
    vi: 'Sửa một tệp thì nạp lại đủ các tệp. Ghi số đúng cho từng ô làm được ngay tại trang này.',
    en: 'To mend one, upload all of them again. The right number of a cell can be declared on this page.',
  },
  filesMarked: {
    vi: 'Tệp đánh dấu là danh sách kết quả kiểm tra theo tệp và ô; không tô màu trong từng tệp.',
    en: 'The marked workbook is the list of what was found, by file and cell; nothing is coloured in the files.',
  },
} satisfies Messages;
