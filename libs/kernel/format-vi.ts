import { divideHalfAwayFromZero } from './decimal';
import { DONG_PER_UNIT, type AmountUnit, type Dong } from './dong';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** Whole đồng with dots: 428137000000 → "428.137.000.000". */
export function formatDong(amount: Dong): string {
  return `${amount < 0n ? '-' : ''}${grouped((amount < 0n ? -amount : amount).toString())}`;
}

/** In a larger unit with a decimal comma, half away from zero: (223422000000, billion, 3) → "223,422". */
export function formatAmount(amount: Dong, unit: AmountUnit, decimals: number): string {
  const rounded = divideHalfAwayFromZero(amount * 10n ** BigInt(decimals), DONG_PER_UNIT[unit]);
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(decimals + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - decimals));
  return `${rounded < 0n ? '-' : ''}${whole}${decimals > 0 ? `,${digits.slice(-decimals)}` : ''}`;
}

/** A rate's text with a decimal comma: "52.18" → "52,18 %". */
export function formatPercent(rate: string): string {
  return `${rate.replace('.', ',')} %`;
}
