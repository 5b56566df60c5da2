import { decimalFromDouble, formatDecimal, plainDateFromSerial } from '@thongvon/kernel';
import {
  type CellModel,
  cellName,
  parsePlace,
  type SheetModel,
  type WorkbookModel,
} from '@thongvon/workbook-io';
import type { StoodCell } from '../model/correction';

/** A cell that can be corrected: the first one of a merged range, and what stands in it. */
export interface Standing {
  readonly cell: string;
  readonly stood: StoodCell;
  /** It is shown as a date. */
  readonly isDate: boolean;
}

/** What stands at a place of the workbook; else what it hasn't got: the sheet, or a cell that far out. */
export function standingAt(
  model: WorkbookModel,
  { sheet: name, cell }: { readonly sheet: string; readonly cell: string },
): Standing | 'no-sheet' | 'no-cell' {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) return 'no-sheet';
  const place = parsePlace(cell);
  if (!place || !isWithin(sheet, place)) return 'no-cell';
  const { row, column } = anchorOf(sheet, place);
  const found = sheet.rows.find(({ index }) => index === row)?.cells.find((one) => one.column === column);
  return {
    cell: cellName(row, column),
    stood: stoodIn(found, model.date1904),
    isDate: found?.isDate ?? false,
  };
}

type Place = NonNullable<ReturnType<typeof parsePlace>>;

function anchorOf({ merges }: SheetModel, { row, column }: Place): Place {
  const merge = merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  return merge ? { row: merge.top, column: merge.left } : { row, column };
}

/** No further down or to the right than anything that the sheet holds. */
function isWithin({ rows }: SheetModel, { row, column }: Place): boolean {
  return (
    row <= (rows.at(-1)?.index ?? -1) && rows.some(({ cells }) => column <= (cells.at(-1)?.column ?? -1))
  );
}

function stoodIn(cell: CellModel | undefined, date1904: boolean): StoodCell {
  if (!cell) return { type: 'empty', text: null, formula: null };
  const formula = cell.formula ?? null;
  const { value } = cell;
  switch (value.type) {
    case 'text':
    case 'error':
      return { type: value.type, text: value.text, formula };
    case 'boolean':
      return { type: 'boolean', text: value.boolean ? 'TRUE' : 'FALSE', formula };
    case 'unknown':
      return { type: 'unknown', text: null, formula };
    case 'number': {
      const day = cell.isDate ? plainDateFromSerial(value.number, date1904) : undefined;
      if (day !== undefined) return { type: 'date', text: day, formula };
      const decimal = decimalFromDouble(value.number);
      return { type: 'number', text: decimal ? formatDecimal(decimal) : String(value.number), formula };
    }
  }
}
