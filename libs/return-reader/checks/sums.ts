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
import type { Choice, Findings } from '../findings/findings';
import { formatMeaning } from '../model/meaning';
import type { ReadingOptions } from '../model/options';
import { type OutlineNode, unmarkedRows } from '../rows/outline';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { columnsOf, type TypedTable } from '../table/typed-table';
import type { NumberCell } from '../columns/number-cell';

interface LeafSum {
  readonly sum: Decimal;
  readonly leaves: number;
  readonly filled: number;
  readonly unreadable: number;
  /** The finest digit that a leaf shows. */
  readonly decimals: number;
  /** Both readings of each ambiguous leaf. */
  readonly ambiguous: readonly (readonly [Decimal, Decimal])[];
}

/** Adds the readable leaves of one column. A project whose sources stand beneath it is added by those. */
export function sumOfLeaves(table: TypedTable, leaves: readonly LeafRow[], column: number): LeafSum {
  let sum = ZERO_DECIMAL;
  let count = 0;
  let filled = 0;
  let unreadable = 0;
  let decimals = 0;
  const ambiguous: [Decimal, Decimal][] = [];
  for (const leaf of leaves)
    for (const row of rowsOf(table, leaf, column)) {
      const cell = table.figures.at(row, column);
      if (cell.state === 'blank') continue;
      filled += 1;
      if (cell.state === 'unreadable') unreadable += 1;
      if (cell.state === 'ambiguous')
        ambiguous.push([cell.readings['decimal-comma'].value, cell.readings['decimal-dot'].value]);
      if (cell.state !== 'value') continue;
      count += 1;
      sum = addDecimals(sum, cell.value);
      decimals = Math.max(decimals, cell.decimals);
    }
  return { sum, leaves: count, filled, unreadable, decimals, ambiguous };
}

function rowsOf(table: TypedTable, { project, line }: LeafRow, column: number): readonly number[] {
  if (line) return [line.index];
  const lines = project.lines.map((row) => row.index);
  if (!project.split || lines.some((row) => table.figures.at(row, column).state !== 'blank')) return lines;
  return [project.own.index];
}

export type Verdict =
  | { readonly state: 'unknown' }
  | { readonly state: 'equal' | 'rounding' | 'differs'; readonly sum: Decimal; readonly unreadable: number };

/**
 * Half of the last shown digit for every leaf, and once for the total itself, is rounding (contract, 3); beyond it the
 * total differs. An ambiguous leaf is no reason to call a total wrong that fits one of its readings.
 */
export function verdictOf(stated: NumberCell, leaf: LeafSum): Verdict {
  if (stated.state !== 'value') return { state: 'unknown' };
  const sums = possibleSums(leaf);
  const { sum, unreadable } = leaf;
  const differences = sums.map((s) => absDecimal(addDecimals(stated.value, negateDecimal(s))));
  if (differences.some((d) => d.coefficient === 0n)) return { state: 'equal', sum, unreadable };
  const ofLeaves = timesInteger(halfOfLastDigit(leaf.decimals), Math.max(leaf.leaves, 1));
  const ofTotal = halfOfLastDigit(stated.decimals);
  const tolerance = compareDecimals(ofLeaves, ofTotal) > 0 ? ofLeaves : ofTotal;
  const rounding = leaf.leaves > 0 && differences.some((d) => compareDecimals(d, tolerance) <= 0);
  return { state: rounding ? 'rounding' : 'differs', sum, unreadable };
}

/** More ambiguous leaves than this are not tried in every combination. */
const MOST_AMBIGUOUS = 6;

function possibleSums({ sum, ambiguous }: LeafSum): Decimal[] {
  return ambiguous
    .slice(0, MOST_AMBIGUOUS)
    .reduce<Decimal[]>((sums, pair) => sums.flatMap((s) => pair.map((p) => addDecimals(s, p))), [sum]);
}

/** A project, or one line of it. */
export interface LeafRow {
  readonly project: ProjectRows;
  readonly line?: TableRow;
}

/**
 * The ranges that a total row can add up, the likeliest first: the whole table, its page or list, the group around it,
 * all rows since the total before or up to the next, everything so far.
 */
export function scopesOfTotal(
  row: TableRow,
  { outline, portfolio, raw }: TypedTable,
  all: readonly LeafRow[],
): (readonly LeafRow[])[] {
  const at = (leaf: LeafRow): number => leaf.project.own.index;
  const between = (from: number, to: number): LeafRow[] =>
    all.filter((leaf) => at(leaf) > from && at(leaf) < to);
  const totals = outline.totals.map((total) => total.index);
  const previousTotal = Math.max(-1, ...totals.filter((index) => index < row.index));
  const nextTotal = Math.min(Number.POSITIVE_INFINITY, ...totals.filter((index) => index > row.index));
  const pageStart = Math.max(-1, ...raw.pageStarts.filter((index) => index <= row.index));
  const pageEnd = Math.min(Number.POSITIVE_INFINITY, ...raw.pageStarts.filter((index) => index > row.index));
  const groups = [...groupsAround(row, outline.nodes)].map((node) => {
    const group = portfolio.groups.find((g) => g.node === node);
    return (group?.projects ?? []).map((project) => ({ project }));
  });
  const ofProject = row.label === '' ? [] : all.filter((leaf) => leaf.project.own.label === row.label);
  const scopes = [
    all,
    ofProject,
    ...groups,
    between(previousTotal, row.index),
    between(row.index, nextTotal),
    between(pageStart - 1, row.index),
    between(pageStart - 1, pageEnd),
    between(-1, row.index),
  ];
  return scopes.filter((scope, i) => i === 0 || scope.length > 0);
}

/** The groups that the rows before and after a total belong to, from the innermost out. */
function* groupsAround(row: TableRow, nodes: readonly OutlineNode[]): Iterable<OutlineNode> {
  const before = nodes.findLast((node) => node.row.index < row.index);
  const after = nodes.find((node) => node.row.index > row.index);
  for (let node = before; node; node = node.parent) yield node;
  for (let node = after?.parent; node; node = node.parent) yield node;
}

const CHOICES: readonly Choice[] = [
  { value: 'project', label: 'Là một dự án', labelEn: 'A project' },
  {
    value: 'ignored',
    label: 'Là tiêu đề nhóm, số đã có ở các dòng dưới',
    labelEn: 'A heading, whose amounts stand in the rows below',
  },
];

/**
 * Asks about a row that nothing marks and that equals those that follow it, down into the next table under the same
 * captions: a heading whose projects a page break, a note or a signature has cut off, which would be counted with them.
 */
export function askAboutSumsAcrossTables(
  tables: readonly TypedTable[],
  options: ReadingOptions,
  findings: Findings,
): void {
  tables.forEach((table, i) => {
    if (table.kind === 'land-clearance' || isMarked(table)) return;
    const columns = addedColumns(table);
    const following = tables.slice(i + 1).filter((other) => goesOn(table, other));
    if (following.length === 0) return;
    const own = vectorsOf(table, columns);
    const next = following.flatMap((other) => vectorsOf(other, columns));
    own.forEach(({ row, vector }, at) => {
      const asked = table.portfolio.unclear.includes(row) || isAnswered(table, row, options);
      if (asked || !addsUp(vector, [...own.slice(at + 1), ...next], own.length - at)) return;
      findings.add(
        'row-unclear',
        { sheet: table.raw.grid.name, cell: row.labelCell },
        { row: row.index + 1 },
        CHOICES,
      );
    });
  });
}

const isMarked = ({ body }: TypedTable): boolean => unmarkedRows(body.rows) === undefined;

const addedColumns = (table: TypedTable): number[] =>
  columnsOf(table, (meaning) => 'planType' in meaning && meaning.field !== 'total-investment');

/** The same sheet, unmarked too, with the same amounts in the same columns and units. */
function goesOn(table: TypedTable, other: TypedTable): boolean {
  const layout = (of: TypedTable): string =>
    addedColumns(of)
      .map((column) => {
        const meaning = of.meanings.get(column);
        return `${column}:${meaning ? formatMeaning(meaning) : ''}:${of.units.get(column) ?? ''}`;
      })
      .join('|');
  return (
    other.raw.grid === table.raw.grid &&
    other.kind === table.kind &&
    !isMarked(other) &&
    layout(other) === layout(table)
  );
}

interface RowVector {
  readonly row: TableRow;
  readonly vector: readonly Decimal[];
}

/** The rows that are counted, in their order. */
function vectorsOf({ portfolio, figures }: TypedTable, columns: readonly number[]): RowVector[] {
  return portfolio.projects
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => a.index - b.index)
    .map((row) => ({
      row,
      vector: columns.map((column) => {
        const cell = figures.at(row.index, column);
        return cell.state === 'value' ? cell.value : ZERO_DECIMAL;
      }),
    }));
}

/** Whether the first of the rows, at least so many and at least two, add up to the total in every column. */
function addsUp(total: readonly Decimal[], rows: readonly RowVector[], least: number): boolean {
  if (total.every(({ coefficient }) => coefficient <= 0n)) return false;
  let sums: readonly Decimal[] = total.map(() => ZERO_DECIMAL);
  for (const [i, { vector }] of rows.entries()) {
    sums = sums.map((sum, c) => addDecimals(sum, vector[c] ?? ZERO_DECIMAL));
    const order = sums.map((sum, c) => compareDecimals(sum, total[c] ?? ZERO_DECIMAL));
    if (order.some((o) => o > 0)) return false;
    if (i > 0 && i + 1 >= least && order.every((o) => o === 0)) return true;
  }
  return false;
}

const isAnswered = ({ raw }: TypedTable, row: TableRow, options: ReadingOptions): boolean =>
  options.rows?.some((answer) => answer.sheet === raw.grid.name && answer.row === row.index + 1) ?? false;
