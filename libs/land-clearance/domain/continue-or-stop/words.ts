import {
  formatAmount,
  formatDong,
  formatPercent,
  formatPlainDate,
  formatRate,
  plainDate,
  type Dong,
} from '@thongvon/kernel';
import type { Column } from './outline';

/** What stands where something isn't known: never zero. */
const NOT_REPORTED = 'chưa báo cáo';

/** What stands where the register says nothing. */
export const NOT_RECORDED = 'chưa ghi nhận';

/** Whole đồng with its reading in tỷ: "26.305.629.000 đồng (26,306 tỷ đồng)". */
export function money(amount: Dong | null): string {
  return amount === null
    ? NOT_REPORTED
    : `${formatDong(amount)} đồng (${formatAmount(amount, 'billion-dong', 3)} tỷ đồng)`;
}

export const date = (text: string | null): string => (text === null ? '' : formatPlainDate(plainDate(text)));

export const percent = (value: string | null): string =>
  value === null ? NOT_REPORTED : formatPercent(value);

/** A decimal number as Vietnamese write it: "143000.5" → "143.000,5". */
export function number(text: string | undefined): string {
  if (text === undefined) return NOT_REPORTED;
  const [whole = '', fraction] = text.split('.');
  return `${formatDong(BigInt(whole))}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** "33 hộ", or that nobody has said how many. */
export const households = (count: string | undefined): string =>
  count === undefined ? `số hộ ${NOT_REPORTED}` : `${number(count)} hộ`;

/** A part of a whole as a number of percent, "36,54"; both are whole numbers. */
export function share(part: string | undefined, whole: string | undefined): string {
  const rate = part === undefined || whole === undefined ? null : formatRate(BigInt(part), BigInt(whole));
  return rate === null ? NOT_REPORTED : rate.replace('.', ',');
}

/** A table of facts by name. */
export const FACT_COLUMNS: readonly Column[] = [
  { caption: 'Nội dung', width: 44 },
  { caption: 'Số liệu', width: 56 },
];
