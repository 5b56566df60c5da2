import type { Messages } from './wording';

/** Names of units and of why something isn't known. */
export const messages = {
  'billion-dong': { vi: 'tỷ đồng', en: 'billion đồng' },
  'million-dong': { vi: 'triệu đồng', en: 'million đồng' },
  dong: { vi: 'đồng', en: 'đồng' },
  'billion-dong-short': { vi: 'tỷ', en: 'bn' },
  'million-dong-short': { vi: 'triệu', en: 'm' },
  'dong-short': { vi: 'đ', en: 'đ' },
  'not-reported': { vi: 'chưa báo cáo', en: 'not reported' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  'no-plan': { vi: 'chưa có kế hoạch', en: 'no plan' },
  'not-split': { vi: 'chưa chia nguồn', en: 'not split by source' },
} satisfies Messages;
