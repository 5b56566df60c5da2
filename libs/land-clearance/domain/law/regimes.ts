import type { LandRegime } from '@thongvon/api-contract';
import { plainDate, type PlainDate } from '@thongvon/kernel';

interface Regime {
  readonly code: LandRegime;
  readonly from: PlainDate;
  readonly label: string;
  readonly labelEn: string;
}

/** Data: which law counts from when (domain page, sections 1.1 and 2.1), oldest first. */
export const REGIMES: readonly Regime[] = [
  {
    code: 'land-law-2013',
    from: plainDate('2014-07-01'),
    label: 'Luật Đất đai 2013',
    labelEn: 'Land Law 2013',
  },
  {
    code: 'land-law-2024',
    from: plainDate('2024-08-01'),
    label: 'Luật Đất đai 2024',
    labelEn: 'Land Law 2024',
  },
  {
    code: 'resolution-254',
    from: plainDate('2026-01-01'),
    label: 'Luật Đất đai 2024 và Nghị quyết 254/2025/QH15',
    labelEn: 'Land Law 2024 with resolution 254/2025/QH15',
  },
];

/** The law in force on that day: a clock runs by the law of the day on which it starts. Undefined before July 2014. */
export function regimeOn(date: PlainDate): LandRegime | undefined {
  return REGIMES.findLast(({ from }) => date >= from)?.code;
}
