import type { WrittenCell } from './mark-workbook';
import type { CellModel, WorkbookModel } from '../sheet-model';
import type { CorrectedCell } from '../formulas/correct-cells';

/** Old Vietnamese fonts, in which letters of Unicode are other ones. */
const OLD_FONT = /^(?:\.?vn|vni)/i;

/**
 * What has to be written into the workbook's file so that it is read as corrected: what was typed, and what the formulas give that follow.
 * A cell takes a look of another kind only where it would be read as something else: a number where dates are shown, a text in an old font.
 */
export function writtenCells(
  model: WorkbookModel,
  {
    typed,
    followed,
  }: { readonly typed: readonly CorrectedCell[]; readonly followed: readonly CorrectedCell[] },
): WrittenCell[] {
  const sheets = new Map(
    model.sheets.map(({ name, rows }) => [name, new Map(rows.map((row) => [row.index, row.cells]))]),
  );
  const before = ({ sheet, row, column }: CorrectedCell): CellModel | undefined =>
    sheets
      .get(sheet)
      ?.get(row)
      ?.find((cell) => cell.column === column);
  return [
    ...typed.map((cell): WrittenCell => {
      const { sheet, row, column, value } = cell;
      const { isDate = false, fontName = '' } = before(cell) ?? {};
      const isGeneral = isDate && value.type === 'number' && !cell.isDate;
      const isUnicode = value.type === 'text' && OLD_FONT.test(fontName);
      const look = { ...(isGeneral && { isGeneral }), ...(isUnicode && { isUnicode }) };
      return { sheet, row, column, value, isTyped: true, ...((isGeneral || isUnicode) && { look }) };
    }),
    ...followed.map(({ sheet, row, column, value }) => ({ sheet, row, column, value, isTyped: false })),
  ];
}
