import type { JobName } from './catalogue';

/** What each job does, in words. */
export const JOB_WORDS: Readonly<Record<JobName, { readonly vi: string; readonly en: string }>> = {
  'read-return': { vi: 'đọc bảng tính', en: 'reading a workbook' },
  'recompute-positions': { vi: 'tính lại số liệu', en: 'recomputing figures' },
  'evaluate-alerts': { vi: 'xét cảnh báo của tuần', en: 'looking at a week with the alert rules' },
  'send-digest': { vi: 'viết thư tuần', en: 'writing the letters of a week' },
  'deliver-mail': { vi: 'gửi thư', en: 'delivering a mail' },
};
