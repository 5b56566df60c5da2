import ExcelJS from 'exceljs';
import type { Cell, CellValue, DataValidation, Style, Worksheet } from 'exceljs';
import type { FormCell, FormContent, FormLook, FormSheet, FormWorkbook, InputRule } from './form';
import { INPUT_FILL, LOOKS } from './looks';
import { rowHeights } from './row-heights';

/** A4 (9) landscape, as wide as a page and as many pages high as it takes. */
const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
};

/** A form as .xlsx: A4 landscape, as wide as a page. Writing is exceljs's part; reading what comes back is not. */
export async function writeForm({ sheets, createdAt }: FormWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Thông Vốn';
  workbook.created = createdAt;
  workbook.modified = createdAt;
  for (const sheet of sheets) await addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function addSheet(workbook: ExcelJS.Workbook, form: FormSheet): Promise<void> {
  const { frozen, printedHeader } = form;
  const sheet = workbook.addWorksheet(form.name, {
    views: frozen ? [{ state: 'frozen', ySplit: frozen.rows, xSplit: frozen.columns }] : [],
  });
  Object.assign(sheet.pageSetup, PAGE);
  if (printedHeader) sheet.pageSetup.printTitlesRow = `${printedHeader.first}:${printedHeader.last}`;
  sheet.headerFooter.oddFooter = '&C&P/&N';
  sheet.columns = form.widths.map((width) => ({ width }));
  form.rows.forEach((cells, index) => {
    for (const cell of cells) writeCell(sheet.getCell(index + 1, cell.column + 1), cell);
  });
  for (const [row, height] of rowHeights(form)) sheet.getRow(row).height = height;
  for (const range of form.merges) sheet.mergeCells(range);
  if (form.isProtected) await protect(sheet);
}

function writeCell(cell: Cell, { look, content, input, note }: FormCell): void {
  cell.style = styleOf(look, input?.type);
  if (content) cell.value = valueOf(content);
  if (note !== undefined) cell.note = note;
  const rule = input && validationOf(input);
  if (rule) cell.dataValidation = rule;
}

const STYLES = new Map<string, Partial<Style>>();

/** One object for all cells that look alike: exceljs writes out every style object that it doesn't know, to compare it. */
function styleOf(look: FormLook, input: InputRule['type'] | undefined): Partial<Style> {
  const key = `${look} ${input ?? ''}`;
  const style = STYLES.get(key) ?? {
    ...LOOKS[look],
    ...(input && { fill: INPUT_FILL, protection: { locked: false } }),
    ...((input === 'text' || input === 'condition') && { numFmt: '@' }),
  };
  STYLES.set(key, style);
  return style;
}

function valueOf(content: FormContent): CellValue {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'number':
      return Number(content.number);
    case 'date':
      return new Date(`${content.date}T00:00:00Z`);
    case 'formula':
      return { formula: content.formula, result: content.value };
  }
}

const FIRST_DATE = new Date('2000-01-01T00:00:00Z');

function validationOf({ type, formula = '', error, errorTitle }: InputRule): DataValidation | undefined {
  const refusal = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    ...(error !== undefined && { error }),
    ...(errorTitle !== undefined && { errorTitle }),
  };
  switch (type) {
    case 'amount':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], ...refusal };
    case 'count':
      return { type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], ...refusal };
    case 'date':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [FIRST_DATE], ...refusal };
    case 'condition':
      return { type: 'custom', formulae: [formula], ...refusal };
    case 'proposals':
      return { type: 'list', formulae: [formula], allowBlank: true, showErrorMessage: false };
    case 'text':
      return undefined;
  }
}

/** Without a password exceljs only says that the sheet is protected. */
async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}
