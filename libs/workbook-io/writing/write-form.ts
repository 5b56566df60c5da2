import ExcelJS from 'exceljs';
import type { Cell, CellValue, DataValidation, Style, Worksheet } from 'exceljs';
import { type MergedRange, parseRange } from '../sheet-model';
import { AMOUNT, type FormLook, INPUT_FILL, LOOKS } from './form-looks';

/** A workbook to be filled in, as plain data: what stands where, what may be typed, and how it looks. */
export interface FormWorkbook {
  readonly sheets: readonly FormSheet[];
  /** When it was made. */
  readonly createdAt: Date;
}

export interface FormSheet {
  readonly name: string;
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  /** From row 1 on; an empty row is an empty list. */
  readonly rows: readonly FormRow[];
  /** A1 ranges. */
  readonly merges: readonly string[];
  /** How many rows and columns stay in sight; the header's rows are repeated on each printed page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly printedHeader?: { readonly first: number; readonly last: number };
  /** Cells that aren't inputs refuse to be typed into; there is no password, so that an office can change its form. */
  readonly isProtected?: boolean;
}

export type FormRow = readonly FormCell[];

/** Indexes count from 0. */
export interface FormCell {
  readonly column: number;
  readonly look: FormLook;
  readonly content?: FormContent;
  /** So many decimals of an amount are shown, typed or computed. */
  readonly decimals?: number;
  /** May be typed into; coloured. */
  readonly input?: InputRule;
  /** Shown when the cell is pointed at. */
  readonly note?: string;
}

export type FormContent =
  | { readonly type: 'text'; readonly text: string }
  /** Whole đồng, m², households: exact as far as a cell of Excel is, 15 digits. `decimals`: so many are shown (`shownAs`). */
  | { readonly type: 'number'; readonly number: bigint | number; readonly decimals?: number }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'date'; readonly date: string }
  /** The formula without "=", and the value that it has now, for programs that don't calculate. */
  | { readonly type: 'formula'; readonly formula: string; readonly value: number | string };

/** What may be typed into an input; anything else is refused with `error`, except where it is only a proposal. */
export interface InputRule {
  readonly type: 'amount' | 'count' | 'date' | 'text' | 'proposals' | 'condition';
  /** A1 range of the texts that a `proposals` input offers, or the formula that a `condition` input must satisfy. */
  readonly formula?: string;
  readonly errorTitle?: string;
  readonly error?: string;
}

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

function writeCell(cell: Cell, { look, content, decimals, input, note }: FormCell): void {
  const ownFormat = content?.type === 'number' ? shownAs(content) : undefined;
  const format = decimals === undefined || decimals === 0 ? undefined : withDecimals(decimals);
  cell.style = styleOf(look, input?.type, ownFormat ?? format);
  if (content) cell.value = valueOf(content);
  if (note !== undefined) cell.note = note;
  const rule = input && validationOf(input);
  if (rule) cell.dataValidation = rule;
}

const STYLES = new Map<string, Partial<Style>>();

/** One object for all cells that look alike: exceljs writes out every style object that it doesn't know, to compare it. */
function styleOf(
  look: FormLook,
  input: InputRule['type'] | undefined,
  numFmt: string | undefined,
): Partial<Style> {
  const key = `${look} ${input ?? ''} ${numFmt ?? ''}`;
  const style = STYLES.get(key) ?? {
    ...LOOKS[look],
    ...(input && { fill: INPUT_FILL, protection: { locked: false } }),
    ...((input === 'text' || input === 'condition') && { numFmt: '@' }),
    ...(numFmt !== undefined && { numFmt }),
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

/**
 * Heights in points of rows (from 1) whose texts take more than a line, since not every program finds them by itself. A
 * text that is merged over rows is spread over them; one that is merged over columns is taken to have room.
 */
function rowHeights({ rows, widths, merges }: FormSheet): Map<number, number> {
  const merged = merges.flatMap((range) => parseRange(range) ?? []);
  const lines = rows.map(() => 1);
  rows.forEach((cells, row) => {
    for (const { column, content, look } of cells) {
      const range = merged.find((candidate) => contains(candidate, row, column));
      if (content?.type !== 'text' || !wraps(look) || (range && range.left !== range.right)) continue;
      const over = range ? range.bottom - range.top + 1 : 1;
      const each = linesOf(content.text, widths[column] ?? 1) / over;
      for (let at = row; at < row + over; at += 1) lines[at] = Math.max(lines[at] ?? 1, each);
    }
  });
  return new Map(
    lines.flatMap((count, row) => (count > 1 ? [[row + 1, Math.min(count * LINE_HEIGHT, HIGHEST_ROW)]] : [])),
  );
}

const wraps = (look: FormLook): boolean => LOOKS[look].alignment?.wrapText ?? false;

const contains = ({ top, left, bottom, right }: MergedRange, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right;

/**
 * Zero is "0" whatever the unit, and what would be shown as zero but isn't is said to be less than the last digit shown: the cell holds
 * the amount all the same.
 */
function shownAs({ number, decimals }: Extract<FormContent, { type: 'number' }>): string | undefined {
  if (decimals === undefined) return undefined;
  const least = (1 / 10 ** decimals).toFixed(decimals).replace('.', ',');
  if (number !== 0 && Math.abs(Number(number)) < 0.5 / 10 ** decimals) return `"< ${least}";"> -${least}"`;
  const amount = withDecimals(decimals);
  return `${amount};-${amount};0`;
}

const withDecimals = (decimals: number): string =>
  decimals === 0 ? AMOUNT : `${AMOUNT}.${'0'.repeat(decimals)}`;

/** Height of a line of text of 12 points, in points. */
export const LINE_HEIGHT = 16.5;
/** The highest row that Excel allows, in points. */
export const HIGHEST_ROW = 409;

/** How many lines a text takes in a column so many characters wide; programs differ by a little, so it leaves room. */
export function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, width * 0.95);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
