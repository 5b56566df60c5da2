import { ZERO, addDecimals } from '../values/decimals';
import { percentOf, readRate, statesPercent } from '../values/percent';
import type { AssignmentInput } from './assignment';
import { featuresOf, type Features } from './features';

/**
 * What the stated rates divide by, on rows that have other plan types: this year's plan alone (false) or all of them
 * (true). A rate divides like by like, so the disbursement covers the same. Undefined when no rate tells.
 */
export function byStatedRate(
  total: Features,
  rows: readonly number[],
  input: AssignmentInput,
): boolean | undefined {
  const { grid, figures, header, columns, planYear } = input;
  const rates = featuresOf(header.columns, planYear).filter(
    (f) => f.measure === 'rate' && columns.includes(f.column),
  );
  let thisYear = 0;
  let all = 0;
  for (const { column } of rates)
    for (const row of rows) {
      const rate = readRate(grid.cell(row, column));
      const spent = figures.at(row, total.column);
      const own = plannedSum(row, input, false);
      const whole = plannedSum(row, input, true);
      if (!rate || spent.state !== 'value' || !own || !whole || spent.value.coefficient === 0n) continue;
      const ofOwn = percentOf(spent.value, own);
      const ofWhole = percentOf(spent.value, whole);
      if (ofOwn && statesPercent(rate, ofOwn)) thisYear += 1;
      if (ofWhole && statesPercent(rate, ofWhole)) all += 1;
    }
  if (thisYear > 0 && all === 0) return false;
  if (all > 0 && thisYear === 0) return true;
  return undefined;
}

/** The plan of a row: this year's, or with the other plan types. */
function plannedSum(
  row: number,
  { figures, meanings }: AssignmentInput,
  all: boolean,
): typeof ZERO | undefined {
  let sum = ZERO;
  let total: typeof ZERO | undefined;
  let sources = ZERO;
  for (const [column, meaning] of meanings) {
    if (meaning.field !== 'planned' || !('planType' in meaning)) continue;
    const cell = figures.at(row, column);
    if (cell.state !== 'value') continue;
    if (meaning.planType === 'all') return all ? cell.value : undefined;
    if (meaning.planType !== 'current-year') sum = all ? addDecimals(sum, cell.value) : sum;
    else if (meaning.source) sources = addDecimals(sources, cell.value);
    else total = cell.value;
  }
  return addDecimals(sum, total ?? sources);
}
