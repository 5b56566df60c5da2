import { type Messages, withValues } from '../language';

export const messages = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to content' },
  sections: { vi: 'Chính', en: 'Main' },
  account: { vi: 'Tài khoản của bạn, đổi mật khẩu', en: 'Your account, changing the password' },
  accountShort: { vi: 'Tài khoản', en: 'Account' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  demo: withValues(
    'Số liệu minh họa, không phải của cơ quan nào. Đồng hồ của bản thử đang là {}.',
    "Illustrative data of no real office. The demo's clock shows {}.",
  ),
  clock: withValues(
    'Đồng hồ của hệ thống đang đặt ở {}, không phải hôm nay.',
    "This system's clock is set to {}, which is not today.",
  ),
  leader: { vi: 'Tuần này', en: 'This week' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  planLedger: { vi: 'Sổ kế hoạch', en: 'Plan ledger' },
  administration: { vi: 'Quản trị', en: 'Administration' },
  comparison: { vi: 'So sánh tuần', en: 'Weeks' },
  letters: { vi: 'Thư tuần', en: 'Letters' },
  alerts: { vi: 'Cảnh báo', en: 'Alerts' },
  blockers: { vi: 'Vướng mắc', en: 'Blockers' },
  contracts: { vi: 'Hợp đồng', en: 'Contracts' },
  returns: { vi: 'Báo cáo', en: 'Returns' },
  review: { vi: 'Duyệt', en: 'Review' },
  reconciliation: { vi: 'Đối chiếu Kho bạc', en: 'Treasury' },
} satisfies Messages;
