import {
  formatAmount,
  formatDong,
  formatPercent,
  formatPlainDate,
  plainDate,
  type Dong,
} from '@thongvon/kernel';

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
