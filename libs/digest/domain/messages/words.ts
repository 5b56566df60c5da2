import { formatAmount, formatPercent, formatPlainDate, type Dong, type PlainDate } from '@thongvon/kernel';

/** tỷ đồng with three decimals, "26,306"; what isn't known is said, never a zero. */
export function billions(amount: Dong | null): string {
  return amount === null ? 'chưa rõ' : formatAmount(amount, 'billion-dong', 3);
}

/** With its sign: "+11,142", "−1,204", "0". */
export function signed(amount: Dong | null): string {
  if (amount === null) return 'chưa rõ';
  if (amount === 0n) return '0';
  return amount > 0n ? `+${billions(amount)}` : `−${billions(-amount)}`;
}

/** "52,18 %"; a rate that there is none of is said. */
export function percent(rate: string | null): string {
  return rate === null ? 'chưa có tỷ lệ' : formatPercent(rate);
}

/** Points with their sign: "+2,60". */
export function signedPoints(points: string): string {
  const text = points.replace('.', ',');
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
}

/** Hundredths of a percent: 4703 → "47,03 %", 4500 → "45 %". */
export function hundredths(value: bigint): string {
  const [whole, rest] = [value / 100n, value % 100n];
  return rest === 0n ? `${whole} %` : `${whole},${rest.toString().padStart(2, '0')} %`;
}

/** "21/06/2023". */
export const day = (date: PlainDate): string => formatPlainDate(date);

/** "21/06". */
export const shortDay = (date: PlainDate): string => formatPlainDate(date).slice(0, 5);
