import type { NumberCell } from '../values/number-column';
import {
  absDecimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
  timesInteger,
  ZERO,
} from '../values/decimals';
import type { Figures } from '../sheet/figures';

/** How a total relates to its parts over the rows of a table. */
export type Relation = 'sum' | 'less' | 'differs' | 'unknown';

/** Compares a total column with parts on every row where the total and some part can be read. */
export function relationOf(
  figures: Figures,
  total: number,
  parts: readonly number[],
): { relation: Relation; matches: number; rows: number } {
  let matches = 0;
  let less = 0;
  let rows = 0;
  for (const [row, whole] of figures.column(total)) {
    const check = compareRow(
      whole,
      parts.map((part) => figures.at(row, part)),
    );
    if (check === undefined) continue;
    rows += 1;
    if (check === 0) matches += 1;
    else if (check > 0) less += 1;
  }
  if (rows === 0) return { relation: 'unknown', matches, rows };
  if (matches * 2 > rows) return { relation: 'sum', matches, rows };
  return { relation: less + matches === rows ? 'less' : 'differs', matches, rows };
}

/**
 * 0 when the whole is the sum of its parts within rounding, positive when it is more, negative when it is less;
 * undefined when it can't be said. Rows of zeros only say nothing.
 */
function compareRow(whole: NumberCell, parts: readonly NumberCell[]): number | undefined {
  if (whole.state !== 'value') return undefined;
  if (parts.some((part) => part.state === 'unreadable' || part.state === 'ambiguous')) return undefined;
  const values = parts.flatMap((part) => (part.state === 'value' ? [part] : []));
  if (values.length === 0 || [whole, ...values].every((v) => v.value.coefficient === 0n)) return undefined;
  const sum = values.reduce((total, part) => addDecimals(total, part.value), ZERO);
  const difference = addDecimals(whole.value, negateDecimal(sum));
  const decimals = Math.max(whole.decimals, ...values.map((v) => v.decimals));
  const tolerance = timesInteger(halfOfLastDigit(decimals), values.length + 1);
  if (compareDecimals(absDecimal(difference), tolerance) <= 0 && values.length > 1) return 0;
  return compareDecimals(difference, ZERO);
}
