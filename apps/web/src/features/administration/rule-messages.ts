import type { RuleEffect } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** What a change does to a sentence. */
export const effects = {
  appears: { vi: 'thêm', en: 'new' },
  goes: { vi: 'bớt', en: 'gone' },
  stays: { vi: 'giữ', en: 'stays' },
} satisfies Record<RuleEffect, Messages[string]>;

export const messages = {
  scope: { vi: 'Áp dụng cho', en: 'For' },
  everywhere: { vi: '(mọi đơn vị)', en: '(every organisation)' },
  planYear: { vi: 'Năm kế hoạch', en: 'Plan year' },
  everyYear: { vi: '(mọi năm)', en: '(every year)' },
  source: { vi: 'Nguồn vốn', en: 'Source' },
  everySource: { vi: '(mọi nguồn)', en: '(every source)' },
  range: {
    vi: (min: string, max: string, now: string) => `từ ${min} đến ${max}; đang dùng chung ${now}`,
    en: (min: string, max: string, now: string) => `from ${min} to ${max}; in force everywhere ${now}`,
  },
  noThresholds: { vi: 'Quy tắc này không có ngưỡng.', en: 'This rule has no thresholds.' },
  look: { vi: 'Có xét quy tắc này', en: 'Looked at' },
  severity: { vi: 'Mức độ', en: 'Gravity' },
  asIs: { vi: '(giữ nguyên)', en: '(as it is)' },
  on: { vi: 'có', en: 'yes' },
  offNow: { vi: 'không', en: 'no' },
  from: { vi: 'Từ ngày', en: 'From' },
  frozen: {
    vi: 'Tính từ lần chốt sau ngày này; cảnh báo của các tuần đã chốt giữ nguyên.',
    en: 'Counts from the first freezing after it; what frozen weeks have said stays.',
  },
  reason: { vi: 'Lý do, theo văn bản nào', en: 'Why, and by which document' },
  save: { vi: 'Đặt ngưỡng', en: 'Set' },
  preview: { vi: 'Xem thử', en: 'Try' },
  noWeek: { vi: 'Chưa có tuần nào được chốt để xem thử.', en: 'No week is frozen yet to try it on.' },
  sum: {
    vi: (week: string, appears: number, goes: number, stays: number) =>
      `Nếu áp dụng cho tuần chốt ${week}: thêm ${appears}, bớt ${goes}, giữ ${stays} cảnh báo`,
    en: (week: string, appears: number, goes: number, stays: number) =>
      `On the week of ${week}: ${appears} new, ${goes} gone, ${stays} stay`,
  },
  history: { vi: 'Đã đặt', en: 'What was set' },
  ofYear: { vi: (year: number) => `năm ${year}`, en: (year: number) => `${year}` },
} satisfies Messages;
