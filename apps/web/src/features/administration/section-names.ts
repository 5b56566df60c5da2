import type { Messages } from '../../language';

/** What each section is called. */
export const sectionNames = {
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  organizations: { vi: 'Đơn vị', en: 'Organisations' },
  calendar: { vi: 'Lịch báo cáo', en: 'Reporting calendar' },
  recipients: { vi: 'Người nhận thư', en: 'Recipients' },
  holidays: { vi: 'Ngày nghỉ', en: 'Holidays' },
  rules: { vi: 'Quy tắc cảnh báo', en: 'Alert rules' },
  mails: { vi: 'Thư đã gửi', en: 'Mails' },
  jobs: { vi: 'Việc nền', en: 'Background work' },
  profiles: { vi: 'Đơn vị đã trả lời', en: 'Answered by offices' },
  vocabulary: { vi: 'Từ vựng', en: 'Vocabulary' },
  auditTrail: { vi: 'Nhật ký', en: 'Audit trail' },
} satisfies Messages;
