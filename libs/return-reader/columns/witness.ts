import {
  type Decimal,
  absDecimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
  timesInteger,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import type { Meaning } from '../model/meaning';
import { type Figures, percentOf, readRate, statesPercent } from './figures';
import type { NumberCell } from './number-cell';
import type { AssignmentInput } from './assignment';
import { type Features, featuresOf } from './features';

/** What the plan could be: one column, or one with its changes. */
export interface PlanReading {
  readonly terms: readonly { readonly column: number; readonly sign: 1 | -1 }[];
}

/**
 * The reading of the plan that the table itself counts from: its rates divide by it, its remainders are what it leaves.
 * Undefined when nothing tells, or several readings fit.
 */
export function planCountedFrom<Reading extends PlanReading>(
  readings: readonly Reading[],
  input: AssignmentInput,
): Reading | undefined {
  const features = featuresOf(input.header.columns, input.planYear);
  const named = readings.filter((reading) => isNamed(reading, features, input));
  if (named.length === 1) return named[0];
  const rows = tellingRows(readings, input);
  const fitting = readings.filter((reading) => fits(reading, rows, features, input));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "(8)=(6)/(5)", "(7)=(5)-(6)": the row of column numbers names the plan. */
function isNamed(
  { terms }: PlanReading,
  features: readonly Features[],
  { header: { numbers } }: AssignmentInput,
): boolean {
  const [term, ...more] = terms;
  const label = numbers.find((n) => n.column === term?.column)?.label;
  if (label === undefined || more.length > 0) return false;
  return numbers.some(({ column, ratio, sum }) => {
    const counted = features.find((f) => f.column === column);
    if (counted?.measure === 'rate') return ratio?.denominator === label;
    if (!counted || !isRemainder(counted)) return false;
    return sum?.[0]?.label === label && sum.slice(1).every(({ sign }) => sign < 0);
  });
}

/** Rows on which the readings give different amounts. */
function tellingRows(readings: readonly PlanReading[], input: AssignmentInput): number[] {
  const columns = [...new Set(readings.flatMap(({ terms }) => terms.map(({ column }) => column)))];
  const rows = new Set(columns.flatMap((column) => [...input.figures.column(column).keys()]));
  return [...rows].filter((row) => {
    const [first, ...others] = readings.map((reading) => amountOf(reading, row, input));
    return readings.length === 1 || others.some((other) => !same(first, other));
  });
}

/** Whether some rate or remainder of the table follows from this plan on nearly all rows that tell. */
function fits(
  reading: PlanReading,
  rows: readonly number[],
  features: readonly Features[],
  input: AssignmentInput,
): boolean {
  const spent = features.filter(
    (f) => f.measure === 'disbursed' && (f.time === undefined || f.time === 'cumulative'),
  );
  const counted = features.filter((f) => f.measure === 'rate' || isRemainder(f));
  return counted.some((c) =>
    spent.some((s) => {
      const verdicts = rows.flatMap((row) => follows(c, s.column, amountOf(reading, row, input), row, input));
      const right = verdicts.filter(Boolean).length;
      return right > 0 && right * 10 >= verdicts.length * 9;
    }),
  );
}

/** Whether a row's rate or remainder follows from plan and disbursement; nothing where it can't be said. */
function follows(
  { measure, column }: Features,
  spentColumn: number,
  plan: Decimal | undefined,
  row: number,
  { figures, grid }: AssignmentInput,
): boolean[] {
  const spent = figures.at(row, spentColumn);
  if (spent.state !== 'value') return [];
  if (measure !== 'rate') {
    const left = figures.at(row, column);
    if (left.state !== 'value') return [];
    return [plan !== undefined && same(left.value, addDecimals(plan, negateDecimal(spent.value)))];
  }
  const rate = readRate(grid.cell(row, column));
  if (!rate || spent.value.coefficient === 0n) return [];
  const percent = plan && percentOf(spent.value, plan);
  return [percent !== undefined && statesPercent(rate, percent)];
}

function isRemainder({ path }: Features): boolean {
  return path.some(({ tags }) => tags.has('remaining')) && !path.some(({ tags }) => tags.has('rate'));
}

function amountOf({ terms }: PlanReading, row: number, { figures }: AssignmentInput): Decimal | undefined {
  const cells = terms.map(({ column, sign }) => ({ cell: figures.at(row, column), sign }));
  if (cells.some(({ cell }) => isUnread(cell)) || cells.every(({ cell }) => cell.state !== 'value'))
    return undefined;
  return cells.reduce(
    (sum, { cell, sign }) =>
      cell.state === 'value' ? addDecimals(sum, sign > 0 ? cell.value : negateDecimal(cell.value)) : sum,
    ZERO_DECIMAL,
  );
}

const isUnread = ({ state }: NumberCell): boolean => state === 'unreadable' || state === 'ambiguous';

function same(a: Decimal | undefined, b: Decimal | undefined): boolean {
  if (!a || !b) return a === b;
  return compareDecimals(a, b) === 0;
}

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

/**
 * The rows on which a column holds an amount other than zero, or one that can't be read yet: what may be an amount isn't
 * nothing, and a column of such amounts alone isn't an empty one.
 */
export function rowsWithAmount(figures: Figures, column: number): number[] {
  return [...figures.column(column)].flatMap(([row, cell]) => (mayCount(cell) ? [row] : []));
}

/** Whether a cell holds an amount other than zero, or may. */
export function mayCount(cell: NumberCell): boolean {
  return cell.state === 'value' ? cell.value.coefficient !== 0n : isUnread(cell);
}

/** What a row's columns make; undefined where one of them can't be read. */
export function sumOfRow(terms: readonly Term[], row: number, figures: Figures): Decimal | undefined {
  let sum = ZERO_DECIMAL;
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
