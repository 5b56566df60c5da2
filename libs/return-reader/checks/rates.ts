import {
  formatDecimal,
  type Decimal,
  absDecimal,
  addDecimals,
  negateDecimal,
  roundDecimal,
  toBaseUnits,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import { CHANGE_FIELDS, type Meaning } from '../model/meaning';
import { shownText } from '@thongvon/workbook-io';
import type { Subject } from '../evidence/tally';
import type { Findings } from '../findings/findings';
import { columnLetters } from '../sheet/grid';
import { columnsOf, countingRows, slotsOf, type TypedTable } from '../table/typed-table';
import { percentOf, readRate, statesPercent, type StatedRate } from '../columns/figures';

/** Numerator and denominator columns of a rate. */
export interface Ratio {
  readonly spent: number;
  readonly plan: number;
}

/** A rate that the table states in one row, with the amounts that it divides. */
export interface RowRate {
  readonly row: number;
  readonly stated: StatedRate;
  readonly ratio: Ratio;
  /** Recomputed, by every pair of columns that it may divide. */
  readonly percents: readonly Decimal[];
}

/**
 * Recomputes stated rates: by the formula of the column numbers, else disbursed ÷ planned. Also on totals. Rows of whose
 * unit a person is asked are compared once that is known.
 */
export function checkRates(
  table: TypedTable,
  findings: Findings,
  isAsked: (row: number) => boolean = () => false,
): void {
  const sheet = table.raw.grid.name;
  for (const column of rateColumns(table))
    for (const { index } of countingRows(table)) {
      const cell = table.raw.grid.cell(index, column);
      if (cell?.value.type === 'error') findings.add('cell-error-aside', { sheet, cell });
    }
  for (const { row, stated, ratio, percents } of rowRates(table)) {
    const [first] = percents;
    if (!first) continue;
    const agrees = percents.some((percent) => statesPercent(stated, percent));
    const waits = isAsked(row) && !agrees;
    const subject = subjectOf(stated.cell.column, ratio);
    findings.tally.count(table, subject, agrees ? 'agrees' : waits ? 'waits' : 'differs', stated.cell);
    if (agrees || waits) continue;
    findings.add(
      'rate-differs',
      { sheet, cell: stated.cell },
      {
        value: shownText(stated.cell),
        rate: formatDecimal(roundDecimal(first, 2)).replace('.', ','),
      },
    );
  }
}

/** "L = I / E". */
function subjectOf(column: number, { spent, plan }: Ratio): Subject {
  const text = `${columnLetters(column)} = ${columnLetters(spent)} / ${columnLetters(plan)}`;
  return { witness: 'stated-rates', columns: [column, spent, plan], text };
}

const KNOWN = new WeakMap<TypedTable, readonly RowRate[]>();

/** Every stated rate that can be recomputed, row by row. Several checks ask for them. */
export function rowRates(table: TypedTable): readonly RowRate[] {
  const rates = KNOWN.get(table) ?? findRates(table);
  KNOWN.set(table, rates);
  return rates;
}

function findRates(table: TypedTable): RowRate[] {
  const returned = columnsOf(table, isReturned);
  const together = rowsTogether(table);
  return rateColumns(table).flatMap((column) => ratesIn(table, column, returned, together));
}

function ratesIn(
  table: TypedTable,
  column: number,
  returned: readonly number[],
  together: ReadonlyMap<number, readonly number[]>,
): RowRate[] {
  const formula = formulaRatio(table, column);
  const ratios = formula ? [formula] : defaultRatios(table);
  return countingRows(table).flatMap(({ index: row }): RowRate[] => {
    const stated = readRate(table.raw.grid.cell(row, column));
    if (!stated) return [];
    const of = together.get(row) ?? [row];
    const found = ratios.flatMap((ratio) => {
      const spent = sumOf(of, (each) => spentAt(table, each, ratio.spent, returned));
      const plan = sumOf(of, (each) => amountAt(table, each, ratio.plan));
      const percent = spent && plan ? percentOf(spent, plan) : undefined;
      return percent ? [{ ratio, percent }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const overTypes = formula ? undefined : percentOverTypes(table, row);
    const percents = [...found.map(({ percent }) => percent), ...(overTypes ? [overTypes] : [])];
    return [{ row, stated, ratio: first.ratio, percents }];
  });
}

/** What was spent of all plan types by all plans, where each has its own column and none is their total. */
function percentOverTypes(table: TypedTable, row: number): Decimal | undefined {
  const spent = sumOverTypes(table, row, 'disbursed');
  const plan = sumOverTypes(table, row, 'planned');
  return spent && plan ? percentOf(spent, plan) : undefined;
}

function sumOverTypes(table: TypedTable, row: number, field: 'planned' | 'disbursed'): Decimal | undefined {
  const slots = slotsOf(table, field);
  const columns = slots.flatMap(({ total }) => total ?? []);
  if (slots.length < 2 || columns.length < slots.length || slots.some(({ planType }) => planType === 'all'))
    return undefined;
  const amounts = columns.flatMap((column) => amountAt(table, row, column) ?? []);
  return amounts.reduce((sum, amount) => addDecimals(sum, amount), ZERO_DECIMAL);
}

/** The rows of each project that are added up, by the row of the project, which states the rate of all. */
function rowsTogether({ portfolio }: TypedTable): ReadonlyMap<number, readonly number[]> {
  return new Map(
    portfolio.projects
      .filter(({ adds }) => adds)
      .map(({ own, lines }) => [own.index, [...new Set([own, ...lines].map(({ index }) => index))]]),
  );
}

function sumOf(rows: readonly number[], amountOf: (row: number) => Decimal | undefined): Decimal | undefined {
  return rows
    .map(amountOf)
    .reduce((sum, amount) => (sum && amount ? addDecimals(sum, amount) : (sum ?? amount)));
}

/** Whether the rate that a project's row states is that of its own amounts, or of all these rows together. */
export function rateSays(
  table: TypedTable,
  rates: readonly RowRate[],
  rows: readonly number[],
): 'alone' | 'together' | undefined {
  const returned = columnsOf(table, isReturned);
  if (rates.some(({ stated, percents }) => percents.some((percent) => statesPercent(stated, percent))))
    return 'alone';
  const agrees = rates.some(({ stated, ratio }) => {
    const spent = sumOf(rows, (row) => spentAt(table, row, ratio.spent, returned));
    const plan = sumOf(rows, (row) => amountAt(table, row, ratio.plan));
    const percent = spent && plan ? percentOf(spent, plan) : undefined;
    return percent !== undefined && statesPercent(stated, percent);
  });
  return agrees ? 'together' : undefined;
}

/** The columns of rates of which is known what they divide. */
function rateColumns(table: TypedTable): readonly number[] {
  const known = OF_KNOWN.get(table) ?? findRateColumns(table);
  OF_KNOWN.set(table, known);
  return known;
}

const OF_KNOWN = new WeakMap<TypedTable, readonly number[]>();

function findRateColumns(table: TypedTable): number[] {
  const rates = columnsOf(table, (meaning) => meaning.field === 'rate');
  return rates.filter((column) => {
    if (formulaRatio(table, column) !== undefined) return true;
    if (isOfParts(table, column)) return false;
    return rates.length === 1 || isMostlyOf(table, column);
  });
}

/** "Tỷ lệ so với KHV | so với cam kết": of several rates those that follow from plan and disbursement on nine of ten rows. */
function isMostlyOf(table: TypedTable, column: number): boolean {
  const rates = ratesIn(table, column, columnsOf(table, isReturned), rowsTogether(table));
  const verdicts = rates.map(({ stated, percents }) =>
    percents.some((percent) => statesPercent(stated, percent)),
  );
  const right = verdicts.filter(Boolean).length;
  return right > 1 && right * 10 >= verdicts.length * 9;
}

/** The amount in đồng, so that columns of different units can be divided. */
function amountAt(table: TypedTable, row: number, column: number): Decimal | undefined {
  const cell = table.figures.at(row, column);
  return cell.state === 'value' ? toBaseUnits(cell.value, cell.unit ?? table.units.get(column)) : undefined;
}

/** What was disbursed, with what was given back taken off where the reading takes it off. */
function spentAt(
  table: TypedTable,
  row: number,
  column: number,
  returned: readonly number[],
): Decimal | undefined {
  const spent = amountAt(table, row, column);
  if (!spent || table.meanings.get(column)?.field !== 'disbursed') return spent;
  return returned.reduce((left, back) => {
    const amount = amountAt(table, row, back);
    return amount ? addDecimals(left, negateDecimal(absDecimal(amount))) : left;
  }, spent);
}

const isReturned = ({ field }: Meaning): boolean => field === 'disbursed-decrease';

function formulaRatio({ raw: { header } }: TypedTable, column: number): Ratio | undefined {
  const ratio = header.numbers.find((n) => n.column === column)?.ratio;
  const spent = header.numbers.find((n) => n.label === ratio?.numerator)?.column;
  const plan = header.numbers.find((n) => n.label === ratio?.denominator)?.column;
  return spent !== undefined && plan !== undefined ? { spent, plan } : undefined;
}

function defaultRatios(table: TypedTable): Ratio[] {
  // An amount that is more than its column says is compared by no rate of columns.
  const isMore = (meaning: Meaning): boolean =>
    CHANGE_FIELDS.some((change) => change === meaning.field) && !isReturned(meaning);
  if (columnsOf(table, isMore).length > 0) return [];
  const totals = (field: 'planned' | 'disbursed'): number[] =>
    slotsOf(table, field).flatMap((slot) =>
      slot.total !== undefined && (slot.planType === 'all' || slot.planType === 'current-year')
        ? [slot.total]
        : [],
    );
  return totals('disbursed').flatMap((spent) => totals('planned').map((plan) => ({ spent, plan })));
}

/** A rate under a source, a plan type or an estimate divides other columns than the totals. */
function isOfParts(table: TypedTable, column: number): boolean {
  const features = table.assignment.features.find((f) => f.column === column);
  if (!features) return false;
  return (
    features.source !== undefined ||
    features.planType !== undefined ||
    features.path.some(
      (c) =>
        c.tags.has('estimate') || c.tags.has('previous') || c.tags.has('period') || c.tags.has('remaining'),
    )
  );
}
