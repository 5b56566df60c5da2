/** What a choice is held against. */
const AGAINST = {
  plan: { vi: 'sổ kế hoạch', en: 'the plan ledger' },
  'last-return': { vi: 'số đã duyệt kỳ trước', en: 'the figures approved before' },
  'stated-totals': { vi: 'các dòng tổng ghi trong tệp', en: 'the totals stated in the file' },
  'stated-rates': { vi: 'các tỷ lệ ghi trong tệp', en: 'the rates stated in the file' },
} as const;

/** Against these, cells differ; against what is known, projects. */
const STATED = { 'stated-totals': true, 'stated-rates': true } as const;

/** What a choice would make of the return, and with what that agrees. */
export const effectWords = {
  effectTotal: {
    vi: (planned: string, disbursed: string) => `Kế hoạch ${planned} · giải ngân ${disbursed}`,
    en: (planned: string, disbursed: string) => `Plan ${planned} · disbursed ${disbursed}`,
  },
  effectUnread: { vi: 'chưa đọc được', en: 'not read yet' },
  effectAgrees: {
    vi: (against: readonly (keyof typeof AGAINST)[]) =>
      `Khớp ${against.map((one) => AGAINST[one].vi).join(', ')}`,
    en: (against: readonly (keyof typeof AGAINST)[]) =>
      `Agrees with ${against.map((one) => AGAINST[one].en).join(', ')}`,
  },
  effectDiffers: {
    vi: (against: keyof typeof AGAINST, amounts: readonly [string, string] | null, cells: number | null) =>
      `Không khớp ${AGAINST[against].vi}${amounts === null ? '' : `: ${amounts[0]} so với ${amounts[1]}`}${
        cells === null ? '' : `: lệch ${cells} ${against in STATED ? 'ô' : 'dự án'}`
      }`,
    en: (against: keyof typeof AGAINST, amounts: readonly [string, string] | null, cells: number | null) =>
      `Does not agree with ${AGAINST[against].en}${
        amounts === null ? '' : `: ${amounts[0]} against ${amounts[1]}`
      }${cells === null ? '' : `: ${cells} ${against in STATED ? 'cells' : 'projects'} differ`}`,
  },
  effectAbove: {
    vi: (read: string, before: string) =>
      `Không thấp hơn ${AGAINST['last-return'].vi} ở dự án nào: ${read} so với ${before}`,
    en: (read: string, before: string) =>
      `Not below ${AGAINST['last-return'].en} for any project: ${read} against ${before}`,
  },
  effectLeftOut: {
    vi: 'Tệp quá lớn nên chưa tính từng lựa chọn sẽ cho tổng bao nhiêu. Hãy so với số trong tệp trước khi chọn.',
    en: 'The file is too large to work out what total each choice would give. Compare with the file before choosing.',
  },
  effectUnknown: {
    vi: (against: readonly (keyof typeof AGAINST)[]) =>
      `Chưa có gì để so: ${against.map((one) => AGAINST[one].vi).join(', ')}`,
    en: (against: readonly (keyof typeof AGAINST)[]) =>
      `Nothing to compare with yet: ${against.map((one) => AGAINST[one].en).join(', ')}`,
  },
} as const;
