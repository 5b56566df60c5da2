import { type Messages, withValues } from '../language';

export const messages = {
  notReported: { vi: 'chưa báo cáo', en: 'not reported' },
  old: withValues('cũ {} ngày', '{} days old'),
  loading: { vi: 'Đang tải số liệu…', en: 'Loading…' },
  loadingLong: {
    vi: 'Máy chủ trả lời chậm hơn mọi khi. Trang vẫn đang chờ, không cần tải lại.',
    en: 'The server answers more slowly than usual. The page is still waiting; no need to reload.',
  },
  failed: { vi: 'Không lấy được số liệu', en: 'The figures could not be loaded' },
  all: { vi: 'tất cả', en: 'all' },
  noneMatches: { vi: 'Không có mục nào khớp', en: 'Nothing matches' },
  inSight: withValues('Đang hiện {shown} trong {all}', '{shown} of {all} shown'),
  unfold: withValues('Xem thêm {}', 'Show {} more'),
  retry: { vi: 'Thử lại', en: 'Try again' },
  reference: withValues('Mã tra cứu: {}', 'Reference: {}'),
  noPermission: { vi: 'Trang này không dành cho tài khoản của bạn', en: 'This page is not for your account' },
  noPermissionWhat: {
    vi: 'Người được xem do đơn vị của bạn phân quyền. Nếu cần, hãy hỏi người quản trị của huyện.',
    en: 'Who may see it is decided by your office. If you need it, ask the administrator.',
  },
  notFound: { vi: 'Không có trang này', en: 'There is no such page' },
  notFoundWhat: {
    vi: 'Địa chỉ có thể đã gõ nhầm, hoặc mục đó không thuộc đơn vị của bạn.',
    en: 'The address may be mistyped, or it belongs to another office.',
  },
  home: { vi: 'Về trang chính', en: 'To the main page' },
  close: { vi: 'Đóng', en: 'Close' },
  sort: withValues('Sắp theo {}', 'Sort by {}'),
} satisfies Messages;
