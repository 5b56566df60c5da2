import type { Messages } from '../../language';

export const messages = {
  title: { vi: 'Đơn vị tham gia giải phóng mặt bằng', en: 'Offices that report land clearance' },
  what: {
    vi: 'Báo cáo giải phóng mặt bằng của các đơn vị này được ghi tiến độ và vướng mắc của dự án, không được ghi giải ngân.',
    en: 'Clearance returns of these offices may tell of the project’s progress and blockers, not of its disbursement.',
  },
  none: { vi: 'Chưa ghi đơn vị nào.', en: 'None is named yet.' },
  since: { vi: (from: string) => `từ ${from}`, en: (from: string) => `since ${from}` },
  until: {
    vi: (from: string, to: string) => `từ ${from}, thôi từ ${to}`,
    en: (from: string, to: string) => `since ${from}, no longer from ${to}`,
  },
  end: { vi: 'Thôi tham gia', en: 'End' },
  endOf: { vi: (office: string) => `Thôi tham gia: ${office}`, en: (office: string) => `End: ${office}` },
  office: { vi: 'Đơn vị', en: 'Office' },
  choose: { vi: 'Chọn đơn vị…', en: 'Choose an office…' },
  from: { vi: 'Từ ngày (để trống: từ đầu năm)', en: 'Since (empty: the start of the year)' },
  add: { vi: 'Thêm đơn vị tham gia', en: 'Name the office' },
} satisfies Messages;
