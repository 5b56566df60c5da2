import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { isFilled, textOf } from './grid';

/** A text outside a table's rows, with its cell. */
export interface Statement {
  readonly text: string;
  readonly cell: CellModel;
}

/** Longer texts are instructions or minutes, not statements about a table. */
const LONGEST = 400;

export function statementsOf(rows: readonly RowModel[]): Statement[] {
  return rows.flatMap((row) =>
    row.cells.filter(isFilled).flatMap((cell) => {
      const text = textOf(cell);
      return text !== '' && text.length <= LONGEST ? [{ text, cell }] : [];
    }),
  );
}
