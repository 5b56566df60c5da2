import { type Messages, withValues } from '../../language';

/** What is said of files on their way. */
export const uploadWords = {
  sending: withValues('Đang tải lên {name}: {percent} %', 'Uploading {name}: {percent} %'),
  sendingOf: withValues(
    'Tệp {nth}/{of}, đang tải lên {name}: {percent} %',
    'File {nth} of {of}, uploading {name}: {percent} %',
  ),
  waitingUpload: withValues(
    'Mất kết nối. {} vẫn còn đây; sẽ tự tải lên lại khi có mạng.',
    'Connection lost. {} is kept and uploaded again when the network is back.',
  ),
  chooseFile: withValues(
    'Bạn đưa vào {} tệp, trang này chỉ nhận một tệp thay cho báo cáo đang xem. Chọn tệp nào?',
    '{} files came, and this page takes one in the place of the return. Which one?',
  ),
  filesTaken: withValues(
    'Đã nạp {} tệp; xem ở danh sách bên dưới.',
    '{} files were taken; see the list below.',
  ),
} satisfies Messages;
