import type { AmountUnit, PlanType, PlanYear } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import type { Assignment } from '../columns/assignment';
import type { Figures } from '../columns/figures';
import { type RawTable, readColumnNumbers } from '../header/tables';
import type { AmountField, Meaning, TextField } from '../model/meaning';
import { PLAN_TYPE_ROLES, type ReadingOptions } from '../model/options';
import type { ReturnKind } from '../model/reading';
import { isFooterText, mayBeTotalLabel, opensLikeNote } from '../rows/labels';
import type { Outline } from '../rows/outline';
import type { Portfolio } from '../rows/projects';
import { type IdentityColumns, readTableRow, splitCode, type TableRow } from '../rows/table-row';
import { type Grid, isFilled, textOf } from '../sheet/grid';
import { type Ordinal, splitOrdinal } from '../values/ordinal';
import type { Source } from '../vocabulary/sources';

/** A table of which it is known what every column and every row is. */
export interface TypedTable {
  readonly raw: RawTable;
  readonly kind: ReturnKind;
  readonly planYear: PlanYear | undefined;
  /** The column of each text field. */
  readonly texts: ReadonlyMap<TextField, number>;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly assignment: Assignment;
  /** Units of the amount columns; undefined where none is stated. */
  readonly units: ReadonlyMap<number, AmountUnit | undefined>;
  readonly figures: Figures;
  readonly body: Body;
  readonly planTypeAnswers: PlanTypeAnswers;
  /** Columns among which a person must say which one has the projects' codes. */
  readonly codes: readonly number[];
  readonly outline: Outline;
  readonly portfolio: Portfolio;
  /** Whether sums show headings that ordinals, codes and styles don't. */
  readonly arrangedBy: 'marks' | 'sums';
}

/** What a person has said of the plan type of headings and lines, by row, and of cells of the column, by their text. */
export interface PlanTypeAnswers {
  readonly byRow: ReadonlyMap<number, PlanType>;
  readonly byText: ReadonlyMap<string, PlanType>;
}

/** The answers of a sheet as they hold for the rows of one of its tables. */
export function planTypeAnswers(
  sheet: string,
  rows: readonly TableRow[],
  { rows: answers = [] }: ReadingOptions,
): PlanTypeAnswers {
  const byRow = new Map<number, PlanType>();
  for (const { sheet: of, row, role } of answers) {
    const planType = PLAN_TYPE_ROLES.find((known) => known === role);
    if (of === sheet && planType) byRow.set(row - 1, planType);
  }
  const texts = rows.flatMap(({ index, planType }) => {
    const answer = byRow.get(index);
    return answer && planType !== '' ? [[planType, answer] as const] : [];
  });
  return { byRow, byText: new Map(texts) };
}

/** Rows whose figures count or are checked; a row "trong đó" repeats a part of another. */
export function countingRows({ body, outline }: TypedTable): readonly TableRow[] {
  return body.rows.filter(({ index }) => !['detail', 'note'].includes(outline.kinds.get(index) ?? ''));
}

/** The columns with one meaning, from left to right. */
export function columnsOf(
  table: Pick<TypedTable, 'meanings'>,
  wanted: (meaning: Meaning) => boolean,
): number[] {
  return [...table.meanings]
    .filter(([, meaning]) => wanted(meaning))
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

interface Body {
  readonly rows: readonly TableRow[];
  /** Rows after the end of the table that nevertheless look like data: a person must say what they are. */
  readonly stray: readonly TableRow[];
}

/**
 * The rows of a table from the first to the last that carries data. Signatures, notes and contacts below it are no
 * data even when they hold numbers; a row below them that looks like a project is not dropped silently.
 */
export function readBody(grid: Grid, rows: readonly RowModel[], of: IdentityColumns): Body {
  const columns = of.code === undefined ? { ...of, codeInName: haveCodesInNames(grid, rows, of) } : of;
  const read: { row: TableRow; footer: boolean }[] = [];
  let previous: Ordinal | undefined;
  let lastLetter: Ordinal | undefined;
  for (const row of rows) {
    if (!row.cells.some(isFilled) || readColumnNumbers(row)) continue;
    const tableRow = readTableRow(grid, row, columns, previous, lastLetter);
    if (tableRow.ordinal) previous = tableRow.ordinal;
    if (tableRow.ordinal?.class === 'lower') lastLetter = tableRow.ordinal;
    read.push({ row: tableRow, footer: isFooterRow(row, tableRow) });
  }
  const end = endOfTable(read);
  return {
    rows: read
      .slice(0, end)
      .filter(({ row, footer }) => !footer || (row.figures === 0 && opensLikeNote(row.label)))
      .map((entry) => entry.row),
    stray: read
      .slice(end)
      .filter((entry) => !entry.footer && (isStrong(entry.row) || looksLikeData(entry.row)))
      .map((entry) => entry.row),
  };
}

/** Without a column of codes, most names with figures say their code. */
function haveCodesInNames(
  grid: Grid,
  rows: readonly RowModel[],
  { names, figures }: IdentityColumns,
): boolean {
  let named = 0;
  let withCode = 0;
  for (const { index } of rows) {
    if (!figures.some((column) => grid.cell(index, column)?.value.type === 'number')) continue;
    const label = names.map((column) => textOf(grid.cell(index, column))).find((text) => text !== '');
    if (label === undefined) continue;
    named += 1;
    if (splitCode(splitOrdinal(label)?.label ?? label)) withCode += 1;
  }
  return withCode > 0 && withCode * 2 >= named;
}

/** A row that is certainly data: a code, or an ordinal with label and figures. */
function isStrong(row: TableRow): boolean {
  if (row.codeCell && row.figures > 0) return true;
  return row.ordinal !== undefined && row.ordinal.class !== 'bullet' && row.label !== '' && row.figures > 0;
}

/** Below the end of a table one number may be a telephone; a label with several figures is no contact. */
function looksLikeData(row: TableRow): boolean {
  return row.label !== '' && row.figures >= 2;
}

function isFooterRow(row: RowModel, read: TableRow): boolean {
  if (isStrong(read) || read.continues !== undefined) return false;
  if (mayBeTotalLabel(read.label) && read.figures > 0) return false;
  return row.cells.some((cell) => isFooterText(textOf(cell)));
}

/** How many of the rows belong to the table. */
function endOfTable(read: readonly { row: TableRow; footer: boolean }[]): number {
  const firstFooter = read.findIndex((entry) => entry.footer);
  let end = 0;
  read.forEach(({ row, footer }, i) => {
    if (footer) return;
    const afterFooter = firstFooter >= 0 && i > firstFooter;
    const gap = row.index - (read[i - 1]?.row.index ?? row.index) > 1;
    if (isStrong(row) && !(afterFooter && gap && !row.codeCell)) end = i + 1;
    else if (!afterFooter && isData(row, gap || end < i)) end = i + 1;
    // More of the same project, though signatures stood above.
    else if (end === i && !gap && (row.figures > 0 || row.continues !== undefined)) end = i + 1;
    // The second line of the last name.
    else if (end === i && !gap && row.named && row.figures === 0) end = i + 1;
  });
  return end;
}

/** Rows with a label and figures, second lines of merged names, or figures right under the rows before. */
function isData(row: TableRow, apart: boolean): boolean {
  if (row.continues !== undefined) return true;
  return row.figures > 0 && !(apart && row.label === '');
}

/** Where a table keeps one field of one plan type: a column over all sources, columns by source, or both. */
export interface Slot {
  readonly field: AmountField;
  /** `all`: over all plan types that have columns. */
  readonly planType: PlanType | 'all';
  readonly total: number | undefined;
  /** Of a total over plan types: other plans are spent before this year's. */
  readonly othersFirst?: true;
  readonly parts: readonly { readonly column: number; readonly source: Source }[];
}

const KNOWN = new WeakMap<TypedTable, Map<AmountField, readonly Slot[]>>();

/** The slots of a field, one per plan type that the table has columns for. */
export function slotsOf(table: TypedTable, field: AmountField): readonly Slot[] {
  const known = KNOWN.get(table) ?? new Map<AmountField, readonly Slot[]>();
  KNOWN.set(table, known);
  const slots = known.get(field) ?? findSlots(table, field);
  known.set(field, slots);
  return slots;
}

function findSlots(table: TypedTable, field: AmountField): Slot[] {
  const slots = new Map<
    PlanType | 'all',
    { total: number | undefined; othersFirst?: true; parts: { column: number; source: Source }[] }
  >();
  for (const column of columnsOf(table, (meaning) => meaning.field === field)) {
    const meaning = table.meanings.get(column);
    if (!meaning || !('planType' in meaning)) continue;
    const slot = slots.get(meaning.planType) ?? { total: undefined, parts: [] };
    slots.set(meaning.planType, slot);
    if (meaning.source) slot.parts.push({ column, source: meaning.source });
    else {
      slot.total = column;
      if (meaning.othersFirst) slot.othersFirst = true;
    }
  }
  return [...slots].map(([planType, slot]) => ({ field, planType, ...slot }));
}
