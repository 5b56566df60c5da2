import type { Name } from '@thongvon/kernel';

/** Kinds of return that an office can owe every week. */
export const DUTY_KINDS = ['disbursement', 'land-clearance'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** What an office owes, in the middle of a sentence. */
export const DUTY_NAMES: Readonly<Record<DutyKind, Name>> = {
  disbursement: { vi: 'báo cáo giải ngân', en: 'disbursement return' },
  'land-clearance': { vi: 'báo cáo giải phóng mặt bằng', en: 'land-clearance return' },
};
