import type { CellModel, SheetModel, WorkbookModel } from './sheet-model';

/** What no text of the database holds: the character of number zero, and halves of a character (surrogates). */
const UNSTORABLE = /\0|\p{Cs}/gu;
const clean = (text: string): string => text.replace(UNSTORABLE, '\ufffd');

/**
 * The workbook with U+FFFD in the place of what can be stored nowhere: `&#0;` and `&#xD800;` of XML, broken texts of
 * binary formats. A finding that quotes such a cell couldn't be kept, and its return would never be read.
 */
export function withStorableTexts(model: WorkbookModel): WorkbookModel {
  return { ...model, sheets: model.sheets.map(cleanSheet) };
}

function cleanSheet(sheet: SheetModel): SheetModel {
  const rows = sheet.rows.map((row) =>
    row.cells.some(isUnstorable) ? { ...row, cells: row.cells.map(cleanCell) } : row,
  );
  return { ...sheet, name: clean(sheet.name), rows };
}

const isUnstorable = ({ value, formula = '' }: CellModel): boolean =>
  ('text' in value && value.text.search(UNSTORABLE) >= 0) || formula.search(UNSTORABLE) >= 0;

function cleanCell(cell: CellModel): CellModel {
  if (!isUnstorable(cell)) return cell;
  const { value, formula } = cell;
  return {
    ...cell,
    value: 'text' in value ? { ...value, text: clean(value.text) } : value,
    ...(formula !== undefined && { formula: clean(formula) }),
  };
}
