import { matchKey, type PlanYear } from '@thongvon/kernel';
import type { LineReading, SheetReading } from '@thongvon/return-reader';

/** What is still to come, not the sum at the end. */
const STILL_TO_COME = /\b(?:tu nay|con lai|tiep theo|them)\b/;

/**
 * Whether a column's captions promise the sum disbursed by the end of the plan year, 31/1 of the next (decree 254/2025,
 * article 12). An estimate to another day, or to a day that isn't said, is not one to hold anybody to.
 */
export function isYearEndEstimate(path: readonly string[], planYear: PlanYear): boolean {
  const words = matchKey(path.join(' '));
  if (STILL_TO_COME.test(words)) return false;
  const end = new RegExp(
    `\\b(?:31 0?1 (?:${planYear + 1}|${String(planYear + 1).slice(2)})|31 thang 0?1 nam ${planYear + 1}|ca nam|ca nien do|het nien do)\\b`,
  );
  return end.test(words) || /\b31 0?1$/.test(words);
}

/** The lines whose owner says what will be disbursed by the end of the plan year. */
export function yearEndEstimates(
  lines: readonly LineReading[],
  sheets: readonly SheetReading[],
  planYear: PlanYear,
): (LineReading & { readonly estimate: string })[] {
  return lines.flatMap((line) => {
    const cell = line.cells.estimate;
    if (line.estimate === null || cell === undefined) return [];
    const letters = cell.cell.replace(/\d+$/, '');
    const column = sheets
      .find(({ name }) => name === cell.sheet)
      ?.columns.find((known) => known.column === letters);
    const promised = column !== undefined && isYearEndEstimate(column.path, planYear);
    return promised ? [{ ...line, estimate: line.estimate }] : [];
  });
}
