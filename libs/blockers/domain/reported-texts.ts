import { cleanText, formatPlainDate, groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import { type PlacedRow, projectKey } from '@thongvon/land-clearance';
import {
  askedFor,
  type CellRef,
  type Finding,
  type LandClearanceReading,
  obstacleIn,
  type Reading,
  saysNothing,
  type SheetReading,
} from '@thongvon/return-reader';

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
  /** Whether it opens a blocker. Else it is a remark of a column for obstacles and notes, which only names an open one by its very words. */
  readonly opens: boolean;
}

/**
 * What a return says stands in the way, by project: from its clearance tables, and from those columns of its
 * disbursement tables whose caption asks for it (ADR 0171). Projects of such tables without a text are listed too. `clearance`: the
 * rows of the clearance tables, parts distinguished.
 */
export function reportedProjects(reading: Reading, clearance: readonly PlacedRow[]): ReportedProject[] {
  const rows = [...clearanceRows(reading, clearance), ...notedRows(reading)];
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
  readonly opens: boolean;
}

/**
 * One text per part and key; what one sheet leaves open (unit, due date) another may say. A text said of the whole that a
 * part says too is the part's.
 */
function textsOf(rows: readonly Row[]): ReportedText[] {
  const reported: { key: string; text: ReportedText }[] = [];
  for (const { text, responsibleUnit, due, place, part, opens } of rows) {
    if (text === null || saysNothing(text)) continue;
    const key = textKey(text);
    const at = reported.findIndex((said) => said.key === key && canBeOfOnePlace(said.text.part, part));
    const before = reported[at]?.text;
    const one = {
      text: before?.text ?? cleanText(text),
      responsibleUnit: before?.responsibleUnit ?? responsibleUnit,
      due: before?.due ?? due,
      cells: [...(before?.cells ?? []), ...(place ? [place] : [])],
      part: before?.part ?? part,
      opens: (before?.opens ?? false) || opens,
    };
    reported.splice(at < 0 ? reported.length : at, 1, { key, text: one });
  }
  return reported.map(({ text }) => text);
}

/** What is said of the whole (null) may be said of each of its parts. */
const canBeOfOnePlace = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

function clearanceRows({ sheets }: Reading, placed: readonly PlacedRow[]): Row[] {
  const columns = columnsOf(sheets, ({ meaning }) => meaning === 'blocker');
  const mixed = new Set(
    sheets.flatMap(({ name, columns: all }) =>
      all.some(({ meaning, path }) => meaning === 'note' && askedFor(path) === 'both') ? [name] : [],
    ),
  );
  return placed.flatMap(({ row, code, name, part }) => {
    const { note = null, responsibleUnit, due, cells } = row;
    const said = { code, name, part, responsibleUnit, due };
    const named = {
      ...said,
      text: row.blocker,
      place: cells['blocker'] ?? placeIn(row, columns),
      opens: true,
    };
    const cell = cells['note'] ?? null;
    return note !== null && cell !== null && mixed.has(cell.sheet)
      ? [named, { ...said, text: note, place: cell, opens: false }]
      : [named];
  });
}

/** The blocker column in the row that the other cells stand in. */
function placeIn({ cells }: LandClearanceReading, columns: ColumnBySheet): CellRef | null {
  const any = Object.values(cells).find((cell) => cell !== undefined);
  return any ? besides(any, columns) : null;
}

function notedRows(reading: Reading): Row[] {
  return notedProjects(reading, ({ path }) => askedFor(path) !== 'notes').map(
    ({ code, name, note, path, place }) => ({
      ...{ code, name, place, text: note, opens: note !== null && obstacleIn(path, note) === 'blocker' },
      ...{ part: null, responsibleUnit: null, due: null },
    }),
  );
}

/** A project of a disbursement table with what its column of texts says. */
export interface NotedProject {
  readonly code: string | null;
  readonly name: string;
  readonly note: string | null;
  /** Captions of the column. */
  readonly path: readonly string[];
  readonly place: CellRef;
}

/** The projects of those disbursement tables that have a column of texts with such captions. */
export function notedProjects(
  { projects, sheets, kinds }: Reading,
  wanted: (column: SheetReading['columns'][number]) => boolean = () => true,
): NotedProject[] {
  if (!kinds.includes('disbursement')) return [];
  const columns = columnsOf(sheets, (column) => column.meaning === 'note' && wanted(column));
  return projects.flatMap(({ code, name, note, cell }) => {
    const place = besides(cell, columns);
    const path = columns.get(cell.sheet)?.path;
    return place && path ? [{ code, name, note, path, place }] : [];
  });
}

/** The wanted column, by sheet. */
type ColumnBySheet = ReadonlyMap<string, SheetReading['columns'][number]>;

function columnsOf(
  sheets: readonly SheetReading[],
  wanted: (column: SheetReading['columns'][number]) => boolean,
): ColumnBySheet {
  return new Map(
    sheets.flatMap(({ name, columns }) => {
      const found = columns.find(wanted);
      return found ? [[name, found] as const] : [];
    }),
  );
}

/** The cell of the wanted column in the same sheet and row as `cell`; null when the sheet has no such column. */
function besides({ sheet, cell }: CellRef, columns: ColumnBySheet): CellRef | null {
  const found = columns.get(sheet);
  return found === undefined ? null : { sheet, cell: `${found.column}${cell.replace(/^[A-Z]+/, '')}` };
}

/** The answers to "is it solved?". */
export const SOLVED = 'solved';
const STILL_OPEN = 'still-open';

/** What the history says where the sender gave no words of their own. */
export const SAID = {
  solved: 'Đơn vị gửi báo cáo cho biết đã giải quyết xong.',
  unnamed: 'Đơn vị gửi báo cáo cho biết vẫn còn vướng.',
} as const;

/** A return no longer names a blocker that the one before named: the sender says whether it is solved. */
export function blockerVanished(
  project: string,
  text: string,
  since: PlainDate,
  place: CellRef | null,
): Finding {
  return {
    code: 'RET-BLOCKER-VANISHED',
    severity: 'question',
    asks: 'choice',
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    value: text,
    message: `“${project}”: báo cáo ngày ${formatPlainDate(since)} nêu vướng mắc “${text}”, báo cáo này không nêu nữa. Vướng mắc đã giải quyết chưa?`,
    messageEn: `“${project}”: the return of ${formatPlainDate(since)} named the blocker “${text}”, this one no longer does. Is it solved?`,
    choices: [
      { value: SOLVED, label: 'Đã giải quyết xong', labelEn: 'Solved' },
      { value: STILL_OPEN, label: 'Vẫn còn vướng', labelEn: 'Still in the way' },
    ],
  };
}

/** The key by which two texts are the same blocker's: words without accents and punctuation, numbers without leading zeros. */
export function textKey(text: string): string {
  return matchKey(text).replace(/\b0+(?=\d)/g, '');
}

/** Whether a text says nothing: no letter and no digit stands in it. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** The same without what a week changes: "04 hộ không nhận tiền" and "còn 3 hộ…" differ in their numbers only. */
function wordsOf(text: string): Set<string> {
  return new Set(
    textKey(text)
      .split(' ')
      .filter((word) => word !== '' && !/^\d+$/.test(word)),
  );
}

/** Shared words of all words of both, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Two texts that share this much are one blocker, reported anew. */
const SAME_BLOCKER = 0.6;

/** A blocker of the project that a text may name. */
export interface KnownBlocker {
  readonly id: string;
  /** What returns and people have called it, in whatever order. */
  readonly texts: readonly string[];
  readonly open: boolean;
  /** The segment that it stands in; null: not said, or the whole project. */
  readonly segmentId: string | null;
}

/** A text of a return, and the segment that it is said of; null: of the whole project. */
interface PlacedText {
  readonly text: string;
  readonly segmentId: string | null;
}

/**
 * Which known blocker each text names; undefined: a new one. The same words mean the same blocker, also one that was
 * closed and comes back; like words only an open one; words of one segment none of another. A blocker is named by one
 * text at most, the likest first. The history shows every change of words, so that a wrong match can be seen.
 */
export function matchBlockers<T extends KnownBlocker>(
  texts: readonly PlacedText[],
  known: readonly T[],
): (T | undefined)[] {
  const candidates = texts.flatMap((text, index) =>
    known.flatMap((blocker) => {
      if (!canBeOfOnePlace(text.segmentId, blocker.segmentId)) return [];
      const score = Math.max(0, ...blocker.texts.map((said) => scoreOf(text.text, said)));
      return score >= (blocker.open ? SAME_BLOCKER : 1) ? [{ index, blocker, score }] : [];
    }),
  );
  candidates.sort((a, b) => b.score - a.score || Number(b.blocker.open) - Number(a.blocker.open));
  const matched: (T | undefined)[] = texts.map(() => undefined);
  const taken = new Set<string>();
  for (const { index, blocker } of candidates) {
    if (matched[index] !== undefined || taken.has(blocker.id)) continue;
    matched[index] = blocker;
    taken.add(blocker.id);
  }
  return matched;
}

/** 2 for the same key, 1 for the same words, else their likeness below 1. */
function scoreOf(text: string, said: string): number {
  return textKey(text) === textKey(said) ? 2 : likeness(wordsOf(text), wordsOf(said));
}
