import type { CellModel, RowModel } from '@thongvon/workbook-io';
import type { TextField } from '../model/meaning';
import { type Grid, isFilled, textOf } from '../sheet/grid';
import { readNumberText } from '../values/number-text';
import type { CaptionTag } from '../vocabulary/captions';
import { askedFor } from '../vocabulary/obstacles';
import { type Caption, readCaption } from './caption';
import type { HeaderColumn } from './tables';
import { ownMeasure } from './measure';

const FIELD_OF: readonly (readonly [CaptionTag, TextField])[] = [
  ['ordinal', 'ordinal'],
  ['code', 'code'],
  ['budget-code', 'code'],
  ['plan-type-column', 'plan-type'],
  ['blocker', 'blocker'],
  ['note', 'note'],
  ['responsible-unit', 'responsible-unit'],
  ['due', 'due'],
  ['owner', 'owner'],
  ['field', 'field'],
  ['source-column', 'source'],
  ['name', 'name'],
  ['location', 'location'],
];

/** What a column of texts says about its rows, from the innermost caption that says anything. */
export function textFieldOf(column: HeaderColumn): TextField | 'other-text' | undefined {
  for (const caption of column.path.toReversed()) {
    if (namesProject(caption)) return 'name';
    if (caption.tags.has('other-text')) return 'other-text';
    if (caption.tags.has('bare-code')) return isWholeCode(caption) ? 'code' : 'other-text';
    if (caption.tags.has('budget-code') && caption.tags.has('owner')) return 'other-text';
    // "Khó khăn, vướng mắc / Ghi chú": what stands there may be a mere remark.
    const mixed = caption.tags.has('blocker') && askedFor([caption.text]) === 'both';
    const field = mixed ? 'note' : FIELD_OF.find(([tag]) => caption.tags.has(tag))?.[1];
    const measure = ownMeasure(caption);
    if (measure !== undefined && measure !== 'text') return undefined;
    if (field) return field;
  }
  return undefined;
}

/**
 * Whether a caption names the project, alone or with more that stands in the same cells: "Tên dự án / Chủ đầu tư",
 * "Dự án / Hạng mục chi phí". "Chủ đầu tư dự án" names the owner.
 */
export function namesProject(caption: Caption): boolean {
  if (!caption.tags.has('name')) return false;
  const parts = caption.text.replace(BRACKETS, ' ').split(/[/;,+&]|\s[-–]\s|\svà\s/i);
  return parts.some((part) => {
    const { tags, known } = readCaption(part.trim());
    return known === 1 && [...tags].every((tag) => tag === 'name' || tag === 'ordinal');
  });
}

const BRACKETS = /[([][^)\]]*[)\]]/g;

/** "Mã", "Mã số (7 số)": nothing next to it says that it is the code of something else. */
function isWholeCode({ text, tags }: Caption): boolean {
  const outside = readCaption(text.replace(BRACKETS, ' ').trim());
  return outside.known === 1 && [...tags].every((tag) => tag === 'bare-code' || tag === 'ordinal');
}

/** Whether a caption says that it is the project's code, not only a code of seven digits. */
export function namesProjectCode({ path }: HeaderColumn): boolean {
  const tags = path.at(-1)?.tags;
  return tags !== undefined && (tags.has('code') || (tags.has('budget-code') && tags.has('name')));
}

export interface ColumnContent {
  readonly texts: number;
  readonly numbers: number;
}

/** How many texts and numbers stand in a column under the header. */
export function contentOf(grid: Grid, rows: readonly RowModel[], column: number): ColumnContent {
  let texts = 0;
  let numbers = 0;
  for (const row of rows) {
    const cell = grid.cell(row.index, column);
    if (!isFilled(cell)) continue;
    if (cell.value.type === 'text' && readNumberText(textOf(cell)).state === 'not-a-number') texts += 1;
    else numbers += 1;
  }
  return { texts, numbers };
}

/** Whether everything that stands in a column is of one sort; no column that holds nothing. */
function holdsOnly(
  grid: Grid,
  rows: readonly RowModel[],
  column: number,
  isOne: (cell: CellModel) => boolean,
): boolean {
  const cells = rows.map((row) => grid.cell(row.index, column)).filter(isFilled);
  return cells.length > 0 && cells.every(isOne);
}

const TIME =
  /^(?:(?:t|tháng|quý)\s*)?(?:\d{1,2}|i{1,3}|iv)\s*[/.-]\s*20\d\d$|^20\d\d\s*[-–]\s*20\d\d$|^\d{1,2}([/.-])\d{1,2}\1(?:20)?\d\d$/i;

/** Whether a column holds nothing but days, months and years: "15/4/2026", "T12/2026", "2024-2026". */
export function holdsTimes(grid: Grid, rows: readonly RowModel[], column: number): boolean {
  return holdsOnly(grid, rows, column, (cell) =>
    cell.value.type === 'number' ? cell.isDate === true : TIME.test(textOf(cell)),
  );
}

/** Whether the numbers of a column may be codes or years: "01", 2, 2025. */
export function holdsShortCodes(grid: Grid, rows: readonly RowModel[], column: number): boolean {
  return holdsOnly(grid, rows, column, (cell) => {
    if (cell.value.type === 'number')
      return Number.isInteger(cell.value.number) && Math.abs(cell.value.number) < 10_000;
    return /^\d{1,4}$/.test(textOf(cell)) || readNumberText(textOf(cell)).state === 'not-a-number';
  });
}

const NAME_PREFERENCE: readonly RegExp[] = [/d[uự] [aá]n|c[oô]ng tr[iì]nh/i, /danh m[uụ]c/i];

/** How well a caption says "name of the project": smaller is better. */
export function namePreference(text: string): number {
  const rank = NAME_PREFERENCE.findIndex((pattern) => pattern.test(text.toLowerCase()));
  return rank < 0 ? NAME_PREFERENCE.length : rank;
}
