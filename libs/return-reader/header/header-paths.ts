import { captionsOf, type ReadingOptions, type TableMapping } from '../model/options';
import { columnIndex, columnLetters, type Grid, isFilled, shownValue, textOf } from '../sheet/grid';
import type { CaptionTag } from '../vocabulary/captions';
import { type Caption, readCaption } from './caption';
import { type Header, type HeaderColumn, readColumnNumbers } from './tables';

/**
 * The captions of each column between two rows, from the outermost in. A merged caption holds for every column it
 * spans and counts once however many rows it covers; an outer caption that was centred over its group without merging
 * holds for the blank cells to its right, as long as inner captions stand beneath them.
 */
export function headerColumns(grid: Grid, top: number, bottom: number): HeaderColumn[] {
  const captions = new Map<string, Caption>();
  const caption = (text: string): Caption => {
    const known = captions.get(text);
    if (known) return known;
    const read = readCaption(text);
    captions.set(text, read);
    return read;
  };
  const { left, right } = extent(grid, top, bottom);
  const columns: HeaderColumn[] = [];
  for (let column = left; column <= right; column += 1) {
    const path: Caption[] = [];
    let lastAnchor = '';
    let lastRow = top;
    for (let row = top; row <= bottom; row += 1) {
      const place = captionPlace(grid, row, column, top, bottom);
      if (!place) continue;
      const anchor = `${place.row}:${place.column}`;
      if (anchor === lastAnchor) continue;
      lastAnchor = anchor;
      lastRow = place.row;
      path.push(caption(place.text));
    }
    columns.push({ column, path, row: lastRow });
  }
  return columns.map((column, i) => ({ ...column, path: pathOfParts(columns, i) }));
}

/** "Tổng KH vốn | Trong đó: Năm 2023, Kéo dài": what stands beneath such a group are parts of the column before it. */
function pathOfParts(columns: readonly HeaderColumn[], at: number): readonly Caption[] {
  const path = columns[at]?.path ?? [];
  const [group] = path;
  const flat = wholeOfFlatPart(columns, at);
  if (flat) return [...flat.path, ...path.slice(-1)];
  if (!group || path.length < 2 || !isOfWhich(group)) return path;
  const whole = columns.slice(0, at).findLast((column) => column.path[0] !== group);
  const beside = whole && columns[at - 1]?.path[0] !== undefined && whole.path.length > 0;
  return beside ? [...whole.path, ...path] : path;
}

/** "Kế hoạch vốn | NS tỉnh | NS huyện" in one row of captions: sources right behind an amount are its parts. */
function wholeOfFlatPart(columns: readonly HeaderColumn[], at: number): HeaderColumn | undefined {
  for (let i = at; i >= 0; i -= 1) {
    const column = columns[i];
    const leaf = column?.path.at(-1);
    if (!column || !leaf || !standBeside(column, columns[at])) return undefined;
    if (isSourceAlone(leaf)) continue;
    return i < at && isWhole(leaf) ? column : undefined;
  }
  return undefined;
}

const standBeside = (a: HeaderColumn, b: HeaderColumn | undefined): boolean =>
  a.path.length === b?.path.length && a.path.slice(0, -1).every((caption, i) => b.path[i] === caption);

const SAID_OF_A_SOURCE: readonly CaptionTag[] = ['of-which', 'source-column', 'programme', 'location'];
const isSourceAlone = ({ source, tags }: Caption): boolean =>
  source !== undefined && [...tags].every((tag) => SAID_OF_A_SOURCE.includes(tag));

const WHOLES: readonly CaptionTag[] = ['planned', 'disbursed'];
const NO_WHOLES: readonly CaptionTag[] = [
  'rate',
  'remaining',
  'other-amount',
  'total-investment',
  'note',
  'of-which',
];
const isWhole = ({ tags, source }: Caption): boolean =>
  source === undefined && WHOLES.some((tag) => tags.has(tag)) && !NO_WHOLES.some((tag) => tags.has(tag));

const isOfWhich = ({ tags, known }: Caption): boolean =>
  known === 1 && tags.size === 1 && tags.has('of-which');

function extent(grid: Grid, top: number, bottom: number): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = -1;
  for (let index = top; index <= bottom; index += 1) {
    for (const cell of grid.row(index)?.cells ?? []) {
      if (!isFilled(cell)) continue;
      left = Math.min(left, cell.column);
      right = Math.max(right, grid.merge(index, cell.column)?.right ?? cell.column);
    }
  }
  return { left, right: Math.min(right, left + MOST_COLUMNS) };
}

/** A merged title can span all 16 384 columns; no return has more than this. */
const MOST_COLUMNS = 400;

interface Place {
  row: number;
  column: number;
  text: string;
}

function captionPlace(
  grid: Grid,
  row: number,
  column: number,
  top: number,
  bottom: number,
): Place | undefined {
  const merge = grid.merge(row, column);
  if (merge) return merge.top < top ? undefined : place(grid, merge.top, merge.left);
  const own = place(grid, row, column);
  if (own) return own;
  return row < bottom && hasInner(grid, row, column, bottom) ? spread(grid, row, column, bottom) : undefined;
}

/**
 * The unmerged caption that reaches over this blank cell: the one to its left, or, where nothing to the left has inner
 * captions, the one to its right, which was typed in the middle of its group.
 */
function spread(grid: Grid, row: number, column: number, bottom: number): Place | undefined {
  return reach(grid, row, column, bottom, -1) ?? reach(grid, row, column, bottom, 1);
}

/** No group of columns is wider than this. */
const WIDEST = 40;

function reach(grid: Grid, row: number, from: number, bottom: number, step: 1 | -1): Place | undefined {
  for (let column = from + step; column >= 0 && Math.abs(column - from) <= WIDEST; column += step) {
    if (grid.merge(row, column) || !hasInner(grid, row, column, bottom)) return undefined;
    const found = place(grid, row, column);
    if (found) return found;
  }
  return undefined;
}

function hasInner(grid: Grid, row: number, column: number, bottom: number): boolean {
  for (let below = row + 1; below <= bottom; below += 1) if (isFilled(grid.cell(below, column))) return true;
  return false;
}

function place(grid: Grid, row: number, column: number): Place | undefined {
  const cell = grid.cell(row, column);
  if (!isFilled(cell)) return undefined;
  const text = textOf(cell) || (shownValue(cell) ?? '');
  return { row, column, text };
}

/** The headers that mappings give to a sheet, top down; none where it has no mapping that holds. */
export function mappedHeaders(grid: Grid, { tables = [] }: ReadingOptions): Header[] {
  return tables
    .filter(({ sheet }) => sheet === grid.name)
    .map((mapping) => headerOf(grid, mapping))
    .filter(holds)
    .sort((a, b) => a.top - b.top)
    .filter((header, i, all) => header.top > (all[i - 1]?.bottom ?? -1));
}

type MappedHeader = Header & { readonly mapping: TableMapping };

function headerOf(grid: Grid, mapping: TableMapping): MappedHeader {
  const [from, to] = mapping.headerRows;
  const [top, bottom] = [from - 1, to - 1];
  const last = bottom > top ? grid.row(bottom) : undefined;
  const numbers = last && readColumnNumbers(last);
  const captioned = headerColumns(grid, top, numbers ? bottom - 1 : bottom).filter((c) => c.path.length > 0);
  const bare = mapping.columns
    .map(({ column }) => columnIndex(column))
    .filter((column) => !captioned.some((c) => c.column === column))
    .map((column): HeaderColumn => ({ column, path: [], row: top }));
  const columns = [...captioned, ...bare].sort((a, b) => a.column - b.column);
  return { top, bottom, columns, numbers: numbers ?? [], mapping };
}

function holds({ columns, mapping: { captions } }: MappedHeader): boolean {
  const found = captionsOf(
    columns.map(({ column, path }) => ({
      column: columnLetters(column),
      path: path.map(({ text }) => text),
      meaning: '',
    })),
  );
  return captions === undefined || JSON.stringify(captions) === JSON.stringify(found);
}

/** The options for reading a mapped table: what its mapping says of columns and unit, after what was answered of them. */
export function mappedOptions(header: Header, options: ReadingOptions): ReadingOptions {
  const { mapping } = header;
  if (!mapping) return options;
  const { sheet, unit } = mapping;
  const columns = header.columns.map(({ column }) => {
    const letters = columnLetters(column);
    const meaning = mapping.columns.find((c) => c.column === letters)?.meaning ?? 'ignored';
    return { sheet, column: letters, meaning };
  });
  return {
    ...options,
    columns: [...(options.columns ?? []), ...columns],
    ...(unit === undefined ? {} : { units: [...(options.units ?? []), { sheet, unit, unlessStated: true }] }),
  };
}
