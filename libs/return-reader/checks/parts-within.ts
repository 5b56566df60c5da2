import {
  type Decimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  shownDecimal,
  timesInteger,
  toBaseUnits,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import type { HeaderColumn } from '../header/tables';
import type { Findings } from '../findings/findings';
import { isComparisonLabel, isDetailLabel } from '../rows/labels';
import type { TableRow } from '../rows/table-row';
import { columnLetters } from '../sheet/grid';
import type { Identity } from '../table/identities';
import { countingRows, type TypedTable } from '../table/typed-table';

/** A place in a table. */
interface At {
  readonly row: number;
  readonly column: number;
}

/**
 * What a table calls a part of something ("trong đó") is never more than the whole, alone or with the other parts; it may
 * be less, since not all parts need be listed. Where it is more, one of the two is wrong, and no answer can mend that.
 */
export function checkPartsWithin(
  table: TypedTable,
  identities: readonly Identity[],
  summed: readonly number[],
  findings: Findings,
): void {
  for (const { whole, parts, adds } of partsOfColumns(table, identities))
    for (const { index } of countingRows(table)) {
      const at = (column: number): At => ({ row: index, column });
      tellExceeding(table, at(whole), parts.map(at), adds, findings);
    }
  for (const { whole, parts, adds } of partsOfRows(table))
    for (const column of summed)
      tellExceeding(
        table,
        { row: whole, column },
        parts.map((row) => ({ row, column })),
        adds,
        findings,
      );
}

interface Parts {
  readonly whole: number;
  readonly parts: readonly number[];
  /** The parts don't overlap, so that their sum isn't more than the whole either. */
  readonly adds: boolean;
}

/** The columns beneath each "Trong đó", and the one that they are parts of: under the same captions, to the left. */
function partsOfColumns(table: TypedTable, identities: readonly Identity[]): Parts[] {
  if (table.kind === 'land-clearance') return [];
  const { columns } = table.raw.header;
  const found: { depth: number; alike: number; columns: HeaderColumn[] }[] = [];
  for (const column of columns) {
    const depth = column.path.findLastIndex(isOfWhich);
    if (depth < 0) continue;
    // "Trong đó: NS tỉnh | Trong đó: NS huyện" says it of each part, "Trong đó" over several of all.
    const alike = depth === column.path.length - 1 ? depth : depth + 1;
    const before = found.at(-1);
    const first = before?.columns[0];
    const same =
      first &&
      before.depth === depth &&
      before.alike === alike &&
      startsAlike(first.path, column.path, alike);
    if (same) before.columns.push(column);
    else found.push({ depth, alike, columns: [column] });
  }
  return found.flatMap(({ depth, columns: [first, ...more] }) => {
    if (!first) return [];
    const wholes = columns.filter(
      (other) =>
        other.column < first.column &&
        isAmount(table, other.column) &&
        startsAlike(other.path, first.path, depth) &&
        other.path.findLastIndex(isOfWhich) < depth,
    );
    const whole = wholes.findLast((one) => mayHold(table, one, first)) ?? wholes.at(-1);
    const parts = [first, ...more].filter(({ column }) => isPart(table, column));
    if (!whole || parts.length === 0 || [first, ...more].some(({ column }) => isRecovered(table, column)))
      return [];
    const terms = identities.find((i) => i.holds && i.total === whole.column)?.terms.map((t) => t.column);
    if (terms && parts.every(({ column }) => terms.includes(column))) return [];
    const letters = parts.map(({ column }) => column);
    return [
      { whole: whole.column, parts: letters, adds: parts.every(({ column }) => !isOfPeriod(table, column)) },
    ];
  });
}

/**
 * "Tổng | KLHT | Tạm ứng | Trong đó: vốn kéo dài": what a part exceeds on many rows isn't its whole, where a column before it is. One row
 * that exceeds it may be a mistake.
 */
function mayHold({ figures }: TypedTable, whole: HeaderColumn, part: HeaderColumn): boolean {
  const rows = [...figures.column(part.column)].flatMap(([row, cell]) => {
    const all = figures.at(row, whole.column);
    const counts = cell.state === 'value' && cell.value.coefficient > 0n && all.state === 'value';
    return counts ? [compareDecimals(cell.value, all.value) > 0] : [];
  });
  const exceeding = rows.filter(Boolean).length;
  return exceeding < 2 || exceeding * 5 < rows.length;
}

const isOfWhich = ({ tags }: Caption): boolean => tags.has('of-which');

function startsAlike(a: readonly Caption[], b: readonly Caption[], length: number): boolean {
  return a.length >= length && b.slice(0, length).every((caption, i) => a[i] === caption);
}

function featuresOf({ assignment }: TypedTable, column: number) {
  return assignment.features.find((f) => f.column === column);
}

function isAmount({ meanings }: TypedTable, column: number): boolean {
  const meaning = meanings.get(column);
  return meaning !== undefined && 'planType' in meaning;
}

function isPart(table: TypedTable, column: number): boolean {
  const features = featuresOf(table, column);
  return features !== undefined && features.measure !== 'rate' && features.measure !== 'estimate';
}

const isRecovered = (table: TypedTable, column: number): boolean =>
  featuresOf(table, column)?.measure === 'recovered';

/** "Trong đó: tuần này | tháng này": the week is in the month. */
const isOfPeriod = (table: TypedTable, column: number): boolean =>
  featuresOf(table, column)?.time === 'period';

/** The rows beneath each "Trong đó:" and the row that they are parts of; a "trong đó" among them is of the row above it. */
function partsOfRows({ body, outline }: TypedTable): Parts[] {
  const found: { whole: number; parts: number[]; adds: boolean }[] = [];
  let whole: TableRow | undefined;
  let last: TableRow | undefined;
  let open: { whole: number; parts: number[]; adds: boolean } | undefined;
  for (const row of body.rows) {
    if (outline.kinds.get(row.index) !== 'detail') {
      if (row.figures > 0) whole = row;
      last = undefined;
      open = undefined;
      continue;
    }
    if (isComparisonLabel(row.label) || !whole) continue;
    if (isDetailLabel(row.label)) {
      // Alone on its row it is about the row above; with figures it is a part itself.
      const parent = row.figures === 0 ? (last ?? whole) : whole;
      open = { whole: parent.index, parts: [], adds: true };
      found.push(open);
    }
    if (row.figures === 0 || !open) continue;
    open.parts.push(row.index);
    last = row;
  }
  return found.filter(({ parts }) => parts.length > 0);
}

function tellExceeding(
  table: TypedTable,
  whole: At,
  parts: readonly At[],
  adds: boolean,
  findings: Findings,
): void {
  const total = amountAt(table, whole, undefined);
  if (!total) return;
  const amounts = parts.flatMap((at) => {
    const amount = amountAt(table, at, whole.column);
    return amount ? [{ at, ...amount }] : [];
  });
  const atLeast = addDecimals(total.value, total.half);
  const exceeding = amounts.find(({ value }) => compareDecimals(value, atLeast) > 0);
  const sum = amounts.reduce((all, { value }) => addDecimals(all, value), ZERO_DECIMAL);
  const most = addDecimals(total.value, timesInteger(finest([total, ...amounts]), amounts.length));
  const first = exceeding ?? (adds && compareDecimals(sum, most) > 0 ? amounts[0] : undefined);
  if (!first) return;
  const { grid } = table.raw;
  const names = parts.map(({ row, column }) => `${columnLetters(column)}${row + 1}`).join(', ');
  findings.add(
    'parts-exceed',
    { sheet: grid.name, cell: grid.cell(first.at.row, first.at.column) },
    {
      parts: exceeding ? `${columnLetters(first.at.column)}${first.at.row + 1}` : names,
      sum: shownDecimal(exceeding ? exceeding.value : sum),
      whole: `${columnLetters(whole.column)}${whole.row + 1}`,
      total: shownDecimal(total.value),
    },
  );
}

/** Half of the finest digit shown, as identities allow for each term. */
function finest(amounts: readonly { readonly half: Decimal }[]): Decimal {
  return amounts.map(({ half }) => half).reduce((a, b) => (compareDecimals(a, b) <= 0 ? a : b));
}

/** An amount in đồng with half of its last shown digit; a part without a unit of its own has that of its whole. */
function amountAt(
  { figures, units, raw }: TypedTable,
  { row, column }: At,
  wholeColumn: number | undefined,
): { value: Decimal; half: Decimal } | undefined {
  const cell = figures.at(row, column);
  if (cell.state !== 'value') return undefined;
  const captioned = raw.header.columns.find((c) => c.column === column)?.path.findLast((c) => c.unit)?.unit;
  const unit =
    cell.unit ??
    units.get(column) ??
    captioned ??
    (wholeColumn === undefined ? undefined : units.get(wholeColumn));
  const half = halfOfLastDigit(cell.decimals);
  return unit === undefined
    ? { value: cell.value, half }
    : { value: toBaseUnits(cell.value, unit), half: toBaseUnits(half, unit) };
}
