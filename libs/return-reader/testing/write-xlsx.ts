import { Workbook, type CellValue as ExcelValue, type Worksheet } from 'exceljs';
import type { CellModel, SheetModel, WorkbookModel } from '@thongvon/workbook-io';

/** The model as a real .xlsx file, as Excel would write it. */
export async function writeXlsx(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = model.date1904;
  for (const sheet of model.sheets) writeSheet(workbook.addWorksheet(sheet.name), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(out: Worksheet, sheet: SheetModel): void {
  if (sheet.hidden) out.state = 'hidden';
  for (const row of sheet.rows) {
    if (row.hidden) out.getRow(row.index + 1).hidden = true;
    for (const cell of row.cells) {
      const target = out.getCell(row.index + 1, cell.column + 1);
      target.value = valueOf(cell);
      if (cell.format !== undefined) target.numFmt = cell.format;
      if (cell.bold) target.font = { bold: true };
      if (cell.indent !== undefined) target.alignment = { indent: cell.indent };
    }
  }
  for (const column of sheet.hiddenColumns) out.getColumn(column + 1).hidden = true;
  for (const { top, left, bottom, right } of sheet.merges)
    out.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
}

function valueOf({ value, formula }: CellModel): ExcelValue {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number':
      return formula === undefined ? value.number : { formula, result: value.number };
    case 'boolean':
      return value.boolean;
    case 'error':
      return { error: '#REF!' };
    case 'unknown':
      return { formula: formula ?? 'NA()' };
  }
}
