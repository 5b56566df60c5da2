import type { Findings } from '../findings';
import { columnLetters } from '../sheet/grid';
import { columnsOf, type TypedTable } from '../table/typed-table';

/** Hidden rows, columns and sheets are read; that they are hidden is said, since nobody looks at what is hidden. */
export function checkHidden(table: TypedTable, findings: Findings): void {
  const { grid } = table.raw;
  const sheet = grid.name;
  const used = columnsOf(table, (meaning) => meaning.field !== 'ignored');
  const rows = table.body.rows.filter((row) => row.hidden && (row.figures > 0 || row.codeCell));
  const [first] = rows;
  if (first)
    findings.add(
      'hidden-rows',
      { sheet, cell: first.labelCell ?? first.codeCell, at: { row: first.index, column: 0 } },
      { rows: rows.map((row) => row.index + 1).join(', ') },
    );
  const columns = used.filter(
    (column) => grid.sheet.hiddenColumns.has(column) && isFilledColumn(table, column),
  );
  const [column] = columns;
  if (column !== undefined)
    findings.add(
      'hidden-columns',
      { sheet, at: { row: table.raw.header.bottom, column } },
      { columns: columns.map(columnLetters).join(', ') },
    );
  if (grid.sheet.hidden) findings.add('hidden-sheet', { sheet });
}

function isFilledColumn(table: TypedTable, column: number): boolean {
  return table.body.rows.some((row) => table.raw.grid.cell(row.index, column) !== undefined);
}
