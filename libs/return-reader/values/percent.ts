import { cleanText, divideHalfAwayFromZero, type Decimal } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import {
  absDecimal,
  addDecimals,
  atScale,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
} from './decimals';
import { readNumberCell } from './number-column';
import { isPercentFormat } from './number-format';
import { readNumberText } from './number-text';

const PERCENT_PLACES = 12;
const SCALED = 100n * 10n ** BigInt(PERCENT_PLACES);

/** `100 × part ÷ whole` to twelve decimals; undefined when the whole is not positive. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | undefined {
  if (whole.coefficient <= 0n) return undefined;
  const scale = Math.max(part.scale, whole.scale);
  const numerator = atScale(part, scale) * SCALED;
  const denominator = atScale(whole, scale);
  return { coefficient: divideHalfAwayFromZero(numerator, denominator), scale: PERCENT_PLACES };
}

/** A rate as a cell may state it: every value in per cent that it can mean, with the decimals it shows. */
export interface StatedRate {
  readonly percents: readonly { readonly value: Decimal; readonly decimals: number }[];
  readonly cell: CellModel;
}

/** Reads 52.18, 0.5218 (also under a percent format), "52,18%" or "52,18". Undefined for anything but a number. */
export function readRate(cell: CellModel | undefined): StatedRate | undefined {
  if (!cell) return undefined;
  if (cell.value.type === 'text') {
    const text = cleanText(cell.value.text);
    const read = readNumberText(text.replace(/\s*%$/, ''));
    if (read.state === 'number')
      return { cell, percents: meanings(read, text.endsWith('%') ? 'percent' : 'either') };
    if (read.state !== 'ambiguous') return undefined;
    return {
      cell,
      percents: Object.values(read.readings).flatMap((reading) => meanings(reading, 'percent')),
    };
  }
  const { cell: read } = readNumberCell(cell);
  if (read.state !== 'value') return undefined;
  return { cell, percents: meanings(read, isPercentFormat(cell.format) ? 'fraction' : 'either') };
}

function meanings(
  { value, decimals }: { value: Decimal; decimals: number },
  as: 'percent' | 'fraction' | 'either',
): StatedRate['percents'] {
  const percent = { value, decimals };
  const hundredfold = { coefficient: value.coefficient * 100n, scale: value.scale };
  // A percent format counts the decimals it shows after multiplying by a hundred.
  const fraction = { value: hundredfold, decimals: as === 'fraction' ? decimals : Math.max(0, decimals - 2) };
  return as === 'percent' ? [percent] : as === 'fraction' ? [fraction] : [percent, fraction];
}

/** Rates are compared at two decimals, as they are shown; finer digits come from amounts rounded elsewhere. */
const FINEST = 2;

/** Whether a stated rate is this percentage within its own rounding. */
export function statesPercent(stated: StatedRate, percent: Decimal): boolean {
  return stated.percents.some(({ value, decimals }) => {
    const difference = absDecimal(addDecimals(value, negateDecimal(percent)));
    return compareDecimals(difference, halfOfLastDigit(Math.min(decimals, FINEST))) <= 0;
  });
}
