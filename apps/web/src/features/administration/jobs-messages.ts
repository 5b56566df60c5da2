import type { FailedJobState } from '@thongvon/api-contract';
import type { Messages } from '../../language';

export const messages = {
  count: {
    vi: (waiting: string, all: string) => `${waiting} việc nền đang lỗi, ${all} việc lỗi trong bảy ngày`,
    en: (waiting: string, all: string) => `${waiting} jobs failing, ${all} failed in seven days`,
  },
  title: { vi: 'Việc nền bị lỗi', en: 'Failed background work' },
  none: { vi: 'Không có việc nền nào lỗi trong bảy ngày qua', en: 'Nothing failed in the last seven days' },
  noneWhat: {
    vi: 'Việc nền là những gì hệ thống làm sau khi nhận yêu cầu: đọc bảng tính, tính lại số liệu, xét cảnh báo, viết và gửi thư.',
    en: 'Background work is what the system does after a request: reading workbooks, recomputing figures, alerts, letters.',
  },
  job: { vi: 'Việc', en: 'Job' },
  about: { vi: 'Của', en: 'Of' },
  state: { vi: 'Tình trạng', en: 'State' },
  failedAt: { vi: 'Lỗi lần cuối', en: 'Failed last' },
  attempts: { vi: 'Đã thử', en: 'Tries' },
  error: { vi: 'Lỗi', en: 'Error' },
  select: { vi: (name: string) => `Chọn ${name}`, en: (name: string) => `Select ${name}` },
  selectAll: { vi: 'Chọn tất cả', en: 'Select all' },
  dock: { vi: 'Với những việc đã chọn', en: 'With those selected' },
  chosen: { vi: (count: number) => `Đã chọn ${count} việc`, en: (count: number) => `${count} selected` },
  retry: { vi: 'Chạy lại ngay', en: 'Run again now' },
  discard: { vi: 'Bỏ…', en: 'Discard…' },
  reason: {
    vi: 'Vì sao không cần làm nữa (ghi vào nhật ký)',
    en: 'Why it is needed no more (kept in the audit trail)',
  },
  confirmDiscard: { vi: 'Bỏ hẳn', en: 'Discard' },
  retried: {
    vi: (count: number) => `Đã giao chạy lại ${count} việc.`,
    en: (count: number) => `${count} handed over again.`,
  },
  discarded: { vi: (count: number) => `Đã bỏ ${count} việc.`, en: (count: number) => `${count} discarded.` },
  left: {
    vi: (count: number) => `${count} việc không làm được như vậy ở tình trạng hiện nay.`,
    en: (count: number) => `${count} could not be dealt with as they stand.`,
  },
  nextAt: { vi: 'tự chạy lại', en: 'tried again' },
} satisfies Messages;

/** What became of failed work, in words. */
export const jobStates = {
  waiting: { vi: 'đang lỗi', en: 'failing' },
  running: { vi: 'đang chạy lại', en: 'running again' },
  'given-up': { vi: 'đã thôi, không thử nữa', en: 'given up' },
  done: { vi: 'lần sau đã xong', en: 'done since' },
} satisfies Record<FailedJobState, Messages[string]>;
