import type { AmountUnit } from '@thongvon/kernel';
import { byWords, withAdded } from './added-words';

/** How offices write a unit of amount, without accents, as whole words; the longest wins. */
export const UNIT_WORDS: Readonly<Record<AmountUnit, readonly string[]>> = {
  dong: ['đồng', 'đ', 'vnđ', 'vnd', 'đồng việt nam', 'việt nam đồng'],
  'thousand-dong': [
    'nghìn đồng',
    'ngàn đồng',
    'nghìn đ',
    'ngàn đ',
    'nghìn',
    'ngàn',
    '1.000 đồng',
    '1000 đồng',
    '1,000 đồng',
    '1.000đ',
    '1000đ',
    '1,000đ',
    '1.000 đ',
    '1000 đ',
    '1.000 vnđ',
    '1000 vnđ',
    '1.000 vnd',
    '1000 vnd',
    'ngđ',
    'nghđ',
    'ng.đ',
    'ng đ',
    'nđ',
    'kvnđ',
    '10^3 đồng',
  ],
  'million-dong': [
    'triệu đồng',
    'triệu đ',
    'trđ',
    'tr.đ',
    'tr đ',
    'tr. đồng',
    'tr đồng',
    'tr.đồng',
    'triệu',
    'triệu vnđ',
    'triệu vnd',
    'tr',
    'trđồng',
    '1.000.000 đồng',
    '1000000 đồng',
    '1,000,000 đồng',
    '1.000.000đ',
    '1000 nghìn đồng',
    '10^6 đồng',
  ],
  'billion-dong': [
    'tỷ đồng',
    'tỉ đồng',
    'tỷ',
    'tỉ',
    'tỷ đ',
    'tỉ đ',
    'tỷ vnđ',
    'tỷ vnd',
    'ty.đ',
    '1000 triệu đồng',
    '1.000 triệu đồng',
    '10^9 đồng',
  ],
};

/** The words by which units are read now: those above, and those of the installation. */
export const unitWords: () => Readonly<Record<AmountUnit, readonly string[]>> = byWords((words) =>
  withAdded(UNIT_WORDS, words, 'unit'),
);

/** Words that say "the unit follows": certainly, or only where nothing else does (an office is a "đơn vị" too). */
export const UNIT_LABELS = {
  certain: ['đơn vị tính', 'đvt', 'đv tính', 'đ.v.t', 'dvt', 'đơn vị tiền', 'đơn vị tiền tệ'],
  possible: ['đơn vị', 'đv'],
} as const;

/** Words that may stand next to a unit of amount without changing it: "triệu đồng, %". */
export const UNIT_COMPANIONS: readonly string[] = [
  '%',
  'm2',
  'm²',
  'ha',
  'hộ',
  'dự án',
  'công trình',
  'người',
  'tiền',
  'là',
  'việt nam',
];
