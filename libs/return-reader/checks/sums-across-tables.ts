import type { Decimal } from '@thongvon/kernel';
import { columnsOf, type TypedTable } from '../table/typed-table';
import type { Choice, Findings } from '../findings/findings';
import { formatMeaning } from '../model/meaning';
import type { ReadingOptions } from '../model/options';
import { unmarkedRows } from '../rows/outline';
import type { TableRow } from '../rows/table-row';
import { addDecimals, compareDecimals, ZERO } from '../values/decimals';

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
        return cell.state === 'value' ? cell.value : ZERO;
      }),
    }));
}

/** Whether the first of the rows, at least so many and at least two, add up to the total in every column. */
function addsUp(total: readonly Decimal[], rows: readonly RowVector[], least: number): boolean {
  if (total.every(({ coefficient }) => coefficient <= 0n)) return false;
  let sums: readonly Decimal[] = total.map(() => ZERO);
  for (const [i, { vector }] of rows.entries()) {
    sums = sums.map((sum, c) => addDecimals(sum, vector[c] ?? ZERO));
    const order = sums.map((sum, c) => compareDecimals(sum, total[c] ?? ZERO));
    if (order.some((o) => o > 0)) return false;
    if (i > 0 && i + 1 >= least && order.every((o) => o === 0)) return true;
  }
  return false;
}

const isAnswered = ({ raw }: TypedTable, row: TableRow, options: ReadingOptions): boolean =>
  options.rows?.some((answer) => answer.sheet === raw.grid.name && answer.row === row.index + 1) ?? false;
