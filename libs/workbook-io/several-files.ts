import { computeMissing } from './formulas/compute-missing';
import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from './limits-and-refusals';
import type { CellModel, SheetModel, WorkbookModel } from './sheet-model';

/** A file among several that are one return. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MARK = Buffer.from('thongvon-files 1\n');
const NEWLINE = 0x0a;

/**
 * Several files as the bytes of one, to be opened together as one workbook: a mark, a line with their names and sizes,
 * then their bytes as they are. Made where a reading starts; nobody keeps or downloads it.
 */
export function joinFiles(files: readonly NamedBytes[]): Buffer {
  const index = JSON.stringify(files.map(({ name, bytes }) => [name, bytes.length]));
  return Buffer.concat([MARK, Buffer.from(`${index}\n`), ...files.map(({ bytes }) => bytes)]);
}

/** Whether bytes are those of {@link joinFiles}. */
export const areSeveralFiles = (bytes: Uint8Array): boolean => MARK.every((byte, i) => bytes[i] === byte);

/** Undoes {@link joinFiles}. Throws RET-DAMAGED for what it never makes. */
function separated(bytes: Uint8Array): NamedBytes[] {
  const end = bytes.indexOf(NEWLINE, MARK.length);
  const files: NamedBytes[] = [];
  let at = end + 1;
  for (const [name, size] of indexOf(Buffer.from(bytes.subarray(MARK.length, end)).toString('utf8'))) {
    files.push({ name, bytes: bytes.subarray(at, at + size) });
    at += size;
  }
  if (at !== bytes.length) throw damaged('the files are not as long as they say');
  return files;
}

function indexOf(json: string): [name: string, size: number][] {
  const entries = parsed(json);
  const isEntry = (entry: unknown): entry is [string, number] =>
    Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1]) && entry[1] >= 0;
  if (!Array.isArray(entries) || !entries.every(isEntry)) throw damaged('what the files are is not said');
  return entries;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw damaged('what the files are is not said', error);
  }
}

/**
 * Opens several files as one workbook, whose sheets are named by their file, and by their sheet where the file names
 * any. All limits are those of one workbook. A refusal says which `file` it is for: all are read, or none.
 */
export function openSeveral(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  open: (bytes: Uint8Array, limits: WorkbookLimits) => WorkbookModel,
): WorkbookModel {
  let left = limits;
  const models = separated(bytes).map((file) => {
    const model = ofFile(file, () => {
      if (areSeveralFiles(file.bytes)) throw damaged('files within files');
      const opened = computeMissing(open(file.bytes, left), limits.formulaSteps);
      left = leftAfter(opened, left, limits);
      return opened;
    });
    return { name: file.name, model };
  });
  const date1904 = models.length > 0 && models.every(({ model }) => model.date1904);
  const names = new Set<string>();
  const sheets = models.flatMap(({ name, model }) =>
    model.sheets.map((sheet): SheetModel => ({
      ...(date1904 || !model.date1904 ? sheet : countedFrom1900(sheet)),
      name: unused(sheetName(name, sheet, model), names),
    })),
  );
  return { sheets, date1904, ...(models.some(({ model }) => model.hasMacros) && { hasMacros: true }) };
}

function ofFile<T>({ name }: NamedBytes, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof WorkbookRefused)
      throw new WorkbookRefused(error.code, error.detail, { cause: error.cause, file: name });
    throw new WorkbookRefused('RET-DAMAGED', 'the file can not be read', { cause: error, file: name });
  }
}

function leftAfter({ sheets }: WorkbookModel, left: WorkbookLimits, whole: WorkbookLimits): WorkbookLimits {
  const cells = sheets.reduce((sum, { rows }) => rows.reduce((n, row) => n + row.cells.length, sum), 0);
  const merges = sheets.reduce((sum, sheet) => sum + sheet.merges.length, 0);
  const next = {
    ...left,
    cells: left.cells - cells,
    sheets: left.sheets - sheets.length,
    mergedRanges: left.mergedRanges - merges,
  };
  for (const limit of ['cells', 'sheets', 'mergedRanges'] as const)
    if (next[limit] < 0) throw overLimit(limit, whole[limit]);
  return next;
}

/** What a sheet is called that has no name of its own: a table as text, a page. */
const NAMELESS = 'Sheet1';

/** Excel's own names have 31 characters at most; so that with one of them it is still a name. */
const LONGEST = 150;

function sheetName(file: string, { name }: SheetModel, { sheets }: WorkbookModel): string {
  const short = file.length > LONGEST ? `${file.slice(0, LONGEST - 1)}…` : file;
  return sheets.length === 1 && name === NAMELESS ? short : `${short} › ${name}`;
}

function unused(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  taken.add(free);
  return free;
}

/** Days from 1/1/1900 to 1/1/1904. */
const FOUR_YEARS = 1462;

const countedFrom1900 = (sheet: SheetModel): SheetModel => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): CellModel =>
      cell.isDate && cell.value.type === 'number'
        ? { ...cell, value: { type: 'number', number: cell.value.number + FOUR_YEARS } }
        : cell,
    ),
  })),
});
