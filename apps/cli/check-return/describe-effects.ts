import { formatDong } from '@thongvon/kernel';
import type { Agreement, ChoiceEffect } from '@thongvon/return-reader';

const AGAINST: Readonly<Record<Agreement['with'], string>> = {
  plan: 'sổ kế hoạch',
  'last-return': 'số đã duyệt kỳ trước',
  'stated-totals': 'các dòng tổng ghi trong tệp',
  'stated-rates': 'các tỷ lệ ghi trong tệp',
};

/**
 * What a choice would make of the return, in whole đồng, and what it agrees with; what can't be compared is left out. Of the last return
 * it is only said that nothing has fallen (ADR 0233).
 */
export function effectLines({ total, agrees }: ChoiceEffect): string[] {
  const dong = (value: string | null): string =>
    value === null ? 'chưa đọc được' : `${formatDong(BigInt(value))} đồng`;
  return [
    `→ kế hoạch ${dong(total.planned)}, giải ngân ${dong(total.disbursed)}`,
    ...agrees
      .filter(({ outcome }) => outcome !== 'unknown')
      .map((one) =>
        one.with === 'last-return' && one.outcome === 'agrees'
          ? '✓ không giảm so với kỳ trước'
          : `${one.outcome === 'agrees' ? '✓ khớp' : '✗ không khớp'} ${AGAINST[one.with]}${
              one.differing === undefined
                ? ''
                : ` (lệch ${one.differing} ${one.with.startsWith('stated') ? 'ô' : 'dự án'})`
            }`,
      ),
  ];
}
