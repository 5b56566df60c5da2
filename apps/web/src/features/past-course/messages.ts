import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'Giải ngân năm trước', en: 'Last year’s course' },
  title: {
    vi: (year: number) => `Giải ngân năm ${year}, từng tháng`,
    en: (year: number) => `Disbursed in ${year}, month by month`,
  },
  what: {
    vi: 'Để so với cùng kỳ khi hệ thống chưa có số của năm đó: nhập theo báo cáo đã gửi, của đơn vị và các đơn vị bên dưới, chỉ phần kế hoạch vốn của năm. Năm đã có báo cáo trong hệ thống thì dùng số báo cáo.',
    en: 'To compare with the same time of a year that the system has no figures of: from reports that were sent, of the office with all below it, and of that year’s own plan only. Where the system has reports of the year, those count.',
  },
  office: { vi: 'Đơn vị', en: 'Office' },
  year: { vi: 'Năm kế hoạch', en: 'Plan year' },
  none: { vi: 'Chưa nhập năm này.', en: 'This year has not been entered.' },
  byOfficers: { vi: 'Cán bộ tài chính nhập số này.', en: 'Finance officers enter it.' },
  known: {
    vi: (planned: string, share: string) => `Kế hoạch cuối năm ${planned}, giải ngân ${share}`,
    en: (planned: string, share: string) => `Plan at the year’s end ${planned}, disbursed ${share}`,
  },
  entered: { vi: (at: string) => `nhập ${at}`, en: (at: string) => `entered ${at}` },
  keeps: {
    vi: 'Lưu lại thì số mới thay số đang dùng; số cũ vẫn được giữ.',
    en: 'What is saved takes the place of what is there, which is kept.',
  },
  planned: { vi: 'Kế hoạch vốn đến cuối năm (đồng)', en: 'Capital plan at the year’s end (đồng)' },
  share: { vi: '% kế hoạch', en: '% of the plan' },
  document: { vi: 'Theo báo cáo (không bắt buộc)', en: 'From which report (optional)' },
  save: { vi: 'Lưu số năm trước', en: 'Save' },
} satisfies Messages;
