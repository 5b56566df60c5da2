import type { Decimal } from '@thongvon/kernel';
import type { Figures } from '../sheet/figures';
import {
  absDecimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
  timesInteger,
  ZERO,
} from '../values/decimals';
import { percentOf, readRate, statesPercent } from '../values/percent';
import type { AssignmentInput } from './assignment';
import type { Features } from './features';
import type { Meaning } from './meaning';

/** A column that a disbursement is made of. */
export interface Term {
  readonly column: number;
  readonly sign: 1 | -1;
}

interface Witnesses {
  readonly features: readonly Features[];
  readonly input: AssignmentInput;
  readonly meanings: ReadonlyMap<number, Meaning>;
}

/**
 * Which of several ways to make a disbursement of columns the table itself counts by: its total, its rates or its
 * remainders follow from it on nine of ten of these rows. As indices of `sums`.
 */
export function fittingSums(
  sums: readonly (readonly Term[])[],
  rows: readonly number[],
  total: number | undefined,
  { features, input, meanings }: Witnesses,
): number[] {
  const plans = [...meanings].flatMap(([column, m]) =>
    m.field === 'planned' && 'planType' in m && m.source === undefined ? [column] : [],
  );
  const follows = (row: number, spent: Decimal): (boolean | undefined)[] => [
    ...(total === undefined ? [] : [isTotal(row, total, spent, input)]),
    ...features.flatMap((f) => plans.map((plan) => isCountedFrom(f, plan, row, spent, input))),
  ];
  return sums.flatMap((terms, i) => {
    const verdicts = rows.flatMap((row) => {
      const spent = sumOfRow(terms, row, input.figures);
      return spent ? [follows(row, spent)] : [];
    });
    const fits = (verdicts[0] ?? []).some((_, witness) => {
      const said = verdicts.flatMap((row) => row[witness] ?? []);
      const right = said.filter(Boolean).length;
      return right > 0 && right * 10 >= said.length * 9;
    });
    return fits ? [i] : [];
  });
}

/** The rows on which a column holds an amount other than zero. */
export function rowsWithAmount(figures: Figures, column: number): number[] {
  return [...figures.column(column)].flatMap(([row, cell]) =>
    cell.state === 'value' && cell.value.coefficient !== 0n ? [row] : [],
  );
}

/** What a row's columns make; undefined where one of them can't be read. */
export function sumOfRow(terms: readonly Term[], row: number, figures: Figures): Decimal | undefined {
  let sum = ZERO;
  for (const { column, sign } of terms) {
    const cell = figures.at(row, column);
    if (cell.state === 'unreadable' || cell.state === 'ambiguous') return undefined;
    if (cell.state === 'value') sum = addDecimals(sum, sign > 0 ? cell.value : negateDecimal(cell.value));
  }
  return sum;
}

function isTotal(
  row: number,
  total: number,
  spent: Decimal,
  { figures }: AssignmentInput,
): boolean | undefined {
  const stated = figures.at(row, total);
  if (stated.state !== 'value') return undefined;
  const difference = absDecimal(addDecimals(stated.value, negateDecimal(spent)));
  return compareDecimals(difference, timesInteger(halfOfLastDigit(stated.decimals), 3)) <= 0;
}

/** Whether a row's rate or remainder follows from this disbursement of the plan; undefined where it can't be said. */
function isCountedFrom(
  { column, measure, path }: Features,
  planColumn: number,
  row: number,
  spent: Decimal,
  { figures, grid }: AssignmentInput,
): boolean | undefined {
  const plan = figures.at(row, planColumn);
  if (plan.state !== 'value') return undefined;
  if (measure === 'rate') {
    const rate = readRate(grid.cell(row, column));
    const percent = percentOf(spent, plan.value);
    return rate && percent ? statesPercent(rate, percent) : undefined;
  }
  if (!path.some(({ tags }) => tags.has('remaining'))) return undefined;
  const left = figures.at(row, column);
  if (left.state !== 'value') return undefined;
  return compareDecimals(left.value, addDecimals(plan.value, negateDecimal(spent))) === 0;
}
