import {
  type CellModel,
  cellName,
  compiledModule,
  createReadingPool,
  type MergedRange,
  parsePlace,
  type SheetModel,
  shownText,
  type WorkbookModel,
} from '@thongvon/workbook-io';
import type { Standing } from '../corrections/standing';
import type { CellRef } from '../model/finding';

/** Which part of a sheet is to be seen. */
export interface WindowRequest {
  readonly sheet: string;
  /** The cell in its middle, "E15". */
  readonly cell: string;
  /** Rows of the table's header, as Excel counts. */
  readonly headerRows: readonly number[];
  /** Letters of the columns that say what a row is about: number, name, code. */
  readonly keyColumns: readonly string[];
  /** How many rows and columns on each side of the cell; without it, a few. */
  readonly reach?: { readonly rows: number; readonly columns: number };
}

export interface WindowCell {
  readonly column: string;
  /** As Excel shows it. */
  readonly text: string;
  readonly type: CellModel['value']['type'] | 'date' | 'empty';
  readonly formula: string | null;
  readonly bold: boolean;
  /** How many of the shown columns and rows it covers. */
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface WindowRow {
  /** As Excel counts. */
  readonly row: number;
  readonly isHeader: boolean;
  readonly isHidden: boolean;
  /** Rows between it and the one before are left out. */
  readonly afterGap: boolean;
  /** What a merged range covers has no cell of its own. */
  readonly cells: readonly WindowCell[];
}

/** A cell in its surroundings: the header, the rows about it, the columns about it and those that name its row. */
export interface SheetWindow {
  readonly sheet: string;
  readonly cell: string;
  readonly columns: readonly { readonly column: string; readonly afterGap: boolean }[];
  readonly rows: readonly WindowRow[];
}

const MOST_HEADER_ROWS = 8;
const ROWS_AROUND = 2;
/** Where no header is known the rows above may be it. */
const ROWS_AROUND_WITHOUT_HEADER = 6;
const COLUMNS_AROUND = 4;

/** Cuts it out of a workbook; undefined when the workbook has no such sheet or cell. Linear in the sheet's cells. */
export function sheetWindow(model: WorkbookModel, request: WindowRequest): SheetWindow | undefined {
  const sheet = model.sheets.find(({ name }) => name === request.sheet);
  const place = parsePlace(request.cell);
  if (!sheet || !place) return undefined;
  const header = new Set(request.headerRows.slice(0, MOST_HEADER_ROWS).map((row) => row - 1));
  const { rows: rowReach, columns: columnReach } = request.reach ?? {
    rows: header.size > 0 ? ROWS_AROUND : ROWS_AROUND_WITHOUT_HEADER,
    columns: COLUMNS_AROUND,
  };
  const rows = rowsOf(sheet, place.row, header, rowReach);
  const columns = columnsOf(sheet, place.column, request.keyColumns, columnReach);
  const cells = new Map(
    sheet.rows
      .filter(({ index }) => rows.includes(index))
      .flatMap((row) => row.cells)
      .map((cell) => [cellName(cell.row, cell.column), cell]),
  );
  const anchors = anchorsOf(sheet);
  const drawn = merges(sheet.merges, rows, columns);
  const hidden = new Set(sheet.rows.filter((row) => row.hidden).map(({ index }) => index));
  return {
    sheet: sheet.name,
    cell: request.cell,
    columns: columns.map((column, i) => ({ column: letters(column), afterGap: isGap(columns, i) })),
    rows: rows.map((row, i) => ({
      row: row + 1,
      isHeader: header.has(row),
      isHidden: hidden.has(row),
      afterGap: isGap(rows, i),
      cells: columns.flatMap((column) => {
        const merge = drawn.get(cellName(row, column));
        if (merge === 'covered') return [];
        const cell = merge ? anchors.get(cellName(merge.top, merge.left)) : cells.get(cellName(row, column));
        return [
          windowCell(column, cell, {
            columnSpan: merge ? columns.filter((c) => c >= merge.left && c <= merge.right).length : 1,
            rowSpan: merge ? rows.filter((r) => r >= merge.top && r <= merge.bottom).length : 1,
          }),
        ];
      }),
    })),
  };
}

/** The header, the first row under it (a total, or the numbers of the columns), and those around the cell. */
function rowsOf(sheet: SheetModel, row: number, header: ReadonlySet<number>, around: number): number[] {
  const last = Math.max(row, sheet.rows.at(-1)?.index ?? 0);
  const hidden = new Set(sheet.rows.filter((one) => one.hidden).map(({ index }) => index));
  const wanted = new Set(header);
  if (header.size > 0) wanted.add(Math.max(...header) + 1);
  for (let i = row - around; i <= row + around; i += 1) wanted.add(i);
  return [...wanted]
    .filter((i) => i >= 0 && i <= last && (i === row || header.has(i) || !hidden.has(i)))
    .sort((a, b) => a - b);
}

function columnsOf(sheet: SheetModel, column: number, keys: readonly string[], around: number): number[] {
  const last = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), column);
  const wanted = new Set(keys.flatMap((key) => parsePlace(`${key}1`)?.column ?? []));
  for (let i = column - around; i <= column + around; i += 1) wanted.add(i);
  return [...wanted]
    .filter((i) => i >= 0 && i <= last && (i === column || !sheet.hiddenColumns.has(i)))
    .sort((a, b) => a - b);
}

/** The first shown cell of each merged range, by its name, with the range; its other cells are covered. */
function merges(
  ranges: readonly MergedRange[],
  rows: readonly number[],
  columns: readonly number[],
): Map<string, MergedRange | 'covered'> {
  const drawn = new Map<string, MergedRange | 'covered'>();
  for (const range of ranges) {
    const inRows = rows.filter((row) => row >= range.top && row <= range.bottom);
    const inColumns = columns.filter((column) => column >= range.left && column <= range.right);
    const [top] = inRows;
    const [left] = inColumns;
    for (const row of inRows)
      for (const column of inColumns)
        drawn.set(cellName(row, column), row === top && column === left ? range : 'covered');
  }
  return drawn;
}

/** Only the first cell of a merged range has a value, and it may stand outside of what is shown. */
function anchorsOf(sheet: SheetModel): Map<string, CellModel> {
  const firsts = new Set(sheet.merges.map(({ top, left }) => cellName(top, left)));
  return new Map(
    sheet.rows
      .flatMap(({ cells }) => cells)
      .map((cell) => [cellName(cell.row, cell.column), cell] as const)
      .filter(([name]) => firsts.has(name)),
  );
}

function windowCell(
  column: number,
  cell: CellModel | undefined,
  spans: Pick<WindowCell, 'columnSpan' | 'rowSpan'>,
): WindowCell {
  return {
    column: letters(column),
    text: cell ? shownText(cell) : '',
    type: cell === undefined ? 'empty' : cell.isDate ? 'date' : cell.value.type,
    formula: cell?.formula ?? null,
    bold: cell?.bold ?? false,
    ...spans,
  };
}

const isGap = (indexes: readonly number[], at: number): boolean =>
  at > 0 && (indexes[at] ?? 0) - (indexes[at - 1] ?? 0) > 1;

const letters = (column: number): string => cellName(0, column).slice(0, -1);

/** Says which file it is: the same key, the same bytes. */
export interface KeyedFile {
  readonly key: string;
}

/** What a process that shows cells is asked: for a cell in its surroundings, or for what stands at places. */
export type LookRequest = KeyedFile & (WindowRequest | { readonly places: readonly CellRef[] });

type Standings = readonly (Standing | 'no-sheet' | 'no-cell')[];

export interface WindowReader {
  /** The part of the workbook; undefined when it has no such sheet. Rejects with a `WorkbookRefused` as the readings do. */
  readWindow(bytes: Uint8Array, request: KeyedFile & WindowRequest): Promise<SheetWindow | undefined>;
  /** What stands at these places, in their order. */
  readStandings(
    bytes: Uint8Array,
    request: KeyedFile & { readonly places: readonly CellRef[] },
  ): Promise<Standings>;
  close(): Promise<void>;
}

/** Shows cells of workbooks from a process of its own, under the limits of the readings. */
export function createWindowReader(): WindowReader {
  const pool = createReadingPool<LookRequest, unknown>({
    entry: compiledModule(__dirname, 'thread-entry'),
    size: 1,
  });
  return {
    readWindow: async (bytes, request) => (await pool.run(bytes, request)) as SheetWindow | undefined,
    readStandings: async (bytes, request) => (await pool.run(bytes, request)) as Standings,
    close: () => pool.close(),
  };
}
