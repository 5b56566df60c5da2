import type { StepAlert } from '@thongvon/api-contract';

/** What each alert says, Vietnamese first. */
export const ALERT_TEXTS: Readonly<Record<StepAlert, readonly [vi: string, en: string]>> = {
  'STEP-OVERDUE': ['Quá thời hạn luật định.', 'Past the last day by law.'],
  'STEP-TOO-EARLY': ['Thực hiện trước thời điểm luật cho phép.', 'Done before the law allows it.'],
  'STEP-ORDER': ['Bước trước chưa xong.', 'A step before it is not done.'],
  'STEP-WITHOUT-DATE-OR-DOCUMENT': [
    'Ghi đã xong nhưng thiếu ngày hoặc văn bản.',
    'Said to be done, without a date or document.',
  ],
  'STEP-BLOCKED': ['Đang có vướng mắc ở bước này.', 'A blocker stands at this step.'],
  'NOTICE-EXPIRES': [
    'Thông báo thu hồi đất hết hiệu lực sau 12 tháng, chưa có quyết định thu hồi.',
    'The notice ends after 12 months, and there is no recovery decision yet.',
  ],
  'HANDOVER-WITHOUT-RECORD': [
    'Báo cáo đã bàn giao 100 % nhưng chưa có biên bản bàn giao mặt bằng.',
    'Reported as all handed over, without a record of site handover.',
  ],
};
