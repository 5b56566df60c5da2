import { cleanText, groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import type { CellRef, LandClearanceReading, Reading, SheetReading } from '@thongvon/return-reader';
import { textKey } from './blocker-text';
import { projectKey, type PlacedRow } from './placed-rows';
import { saysNothing } from './says-nothing';

/** A project of a return with what its rows say stands in its way, each text once, whichever sheets it stands on. */
export interface ReportedProject {
  readonly code: string | null;
  readonly name: string;
  readonly texts: readonly ReportedText[];
  /** Where a text would stand if there were one; null when that can't be said. */
  readonly place: CellRef | null;
}

export interface ReportedText {
  readonly text: string;
  readonly responsibleUnit: string | null;
  readonly due: PlainDate | null;
  /** Every cell that it stands in. */
  readonly cells: readonly CellRef[];
  /** The part of the project that it is said of; null: of the whole. */
  readonly part: string | null;
}

/** Words, without accents, that make a column one for what stands in the way; a column of mere notes names no blocker. */
const BLOCKER_CAPTIONS = ['vuong mac', 'kho khan', 'ton tai', 'nguyen nhan'];

/**
 * What a return says stands in the way, by project: from its clearance tables, and from those columns of its
 * disbursement tables whose caption asks for it. Projects of such tables without a text are listed too. `clearance`: the
 * rows of the clearance tables, parts distinguished.
 */
export function reportedProjects(reading: Reading, clearance: readonly PlacedRow[]): ReportedProject[] {
  const rows = [...clearanceRows(reading, clearance), ...noteRows(reading)];
  const groups = groupBy(rows, projectKey);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const place = group.find((row) => row.place !== null)?.place ?? null;
    return [{ code: first.code, name: first.name, texts: textsOf(group), place }];
  });
}

interface Row {
  readonly code: string | null;
  readonly name: string;
  readonly text: string | null;
  readonly responsibleUnit: string | null;
  readonly due: PlainDate | null;
  readonly place: CellRef | null;
  readonly part: string | null;
}

/**
 * One text per part and key; what one sheet leaves open (unit, due date) another may say. A text said of the whole that a
 * part says too is the part's.
 */
function textsOf(rows: readonly Row[]): ReportedText[] {
  const reported: { key: string; text: ReportedText }[] = [];
  for (const { text, responsibleUnit, due, place, part } of rows) {
    if (text === null || saysNothing(text)) continue;
    const key = textKey(text);
    const at = reported.findIndex((said) => said.key === key && canBeOne(said.text.part, part));
    const before = reported[at]?.text;
    const one = {
      text: before?.text ?? cleanText(text),
      responsibleUnit: before?.responsibleUnit ?? responsibleUnit,
      due: before?.due ?? due,
      cells: [...(before?.cells ?? []), ...(place ? [place] : [])],
      part: before?.part ?? part,
    };
    reported.splice(at < 0 ? reported.length : at, 1, { key, text: one });
  }
  return reported.map(({ text }) => text);
}

const canBeOne = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

function clearanceRows({ sheets }: Reading, placed: readonly PlacedRow[]): Row[] {
  const columns = columnsOf(sheets, ({ meaning }) => meaning === 'blocker');
  return placed.map(({ row, code, name, part }) => ({
    code,
    name,
    part,
    text: row.blocker,
    responsibleUnit: row.responsibleUnit,
    due: row.due,
    place: row.cells['blocker'] ?? placeIn(row, columns),
  }));
}

/** The blocker column in the row that the other cells stand in. */
function placeIn({ cells }: LandClearanceReading, columns: ColumnBySheet): CellRef | null {
  const any = Object.values(cells).find((cell) => cell !== undefined);
  return any ? besides(any, columns) : null;
}

function noteRows({ projects, sheets, kinds }: Reading): Row[] {
  if (!kinds.includes('disbursement')) return [];
  const columns = columnsOf(sheets, ({ meaning, path }) => meaning === 'note' && asksForBlockers(path));
  return projects.flatMap(({ code, name, note, cell }) => {
    const place = besides(cell, columns);
    return place ? [{ code, name, part: null, text: note, responsibleUnit: null, due: null, place }] : [];
  });
}

function asksForBlockers(path: readonly string[]): boolean {
  const caption = matchKey(path.join(' '));
  return BLOCKER_CAPTIONS.some((words) => caption.includes(words));
}

/** The letter of the wanted column, by sheet. */
type ColumnBySheet = ReadonlyMap<string, string>;

function columnsOf(
  sheets: readonly SheetReading[],
  wanted: (column: SheetReading['columns'][number]) => boolean,
): ColumnBySheet {
  return new Map(
    sheets.flatMap(({ name, columns }) => {
      const found = columns.find(wanted);
      return found ? [[name, found.column] as const] : [];
    }),
  );
}

/** The cell of the wanted column in the same sheet and row as `cell`; null when the sheet has no such column. */
function besides({ sheet, cell }: CellRef, columns: ColumnBySheet): CellRef | null {
  const column = columns.get(sheet);
  return column === undefined ? null : { sheet, cell: `${column}${cell.replace(/^[A-Z]+/, '')}` };
}
