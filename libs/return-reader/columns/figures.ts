import {
  absDecimal,
  addDecimals,
  type AmountUnit,
  atScale,
  cleanText,
  compareDecimals,
  type Decimal,
  decimalFromDouble,
  divideHalfAwayFromZero,
  halfOfLastDigit,
  negateDecimal,
  timesPowerOfTen,
} from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { ReadingOptions } from '../model/options';
import type { NumberCell, NumberValue } from './number-cell';
import { inOneUnit } from './units-of-cells';
import { type Grid, isFilled, nameOf } from '../sheet/grid';
import { type Convention, readNumberText } from '../values/number-text';
import { memoize } from '../vocabulary/phrase-book';

type FigureColumn = ReadonlyMap<number, NumberCell>;

/** The figure columns of one table, each read once and only when asked for. */
export class Figures {
  private readonly columns: (FigureColumn | undefined)[] = [];
  /** The same by row, for single cells: of a large table they are asked for a million times. */
  private readonly places: (NumberCell | undefined)[][] = [];

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    private readonly options: ReadingOptions,
    /** Units that headings state for the rows beneath them, and rows for themselves. */
    private readonly unitsOfRows: ReadonlyMap<number, AmountUnit> = new Map(),
  ) {}

  /** The unit that a heading states for the row, or the row for itself. */
  unitOfRow(row: number): AmountUnit | undefined {
    return this.unitsOfRows.get(row);
  }

  at(row: number, column: number): NumberCell {
    return (this.places[column] ?? this.placesOf(column))[row] ?? BLANK_CELL;
  }

  private placesOf(column: number): (NumberCell | undefined)[] {
    const places: (NumberCell | undefined)[] = [];
    for (const [row, cell] of this.column(column)) places[row] = cell;
    this.places[column] = places;
    return places;
  }

  /** Every filled cell of the column among the table's rows, by row. */
  column(column: number): FigureColumn {
    return (this.columns[column] ??= this.read(column));
  }

  private read(column: number): FigureColumn {
    const cells: CellModel[] = [];
    for (const row of this.rows) {
      const cell = this.grid.cell(row, column);
      if (isFilled(cell)) cells.push(cell);
    }
    const read = readNumberColumn(cells, (cell) => this.answered(cell), this.answeredElsewhere());
    for (const [row, cell] of this.options.scales?.length ? read : []) {
      const power = cell.state === 'value' ? this.scaleOf(cell.cell) : 0;
      if (cell.state === 'value' && power !== 0)
        read.set(row, { ...cell, value: timesPowerOfTen(cell.value, power) });
    }
    return inOneUnit(read, this.unitsOfRows);
  }

  /** By which power of ten a person has said that the cell's unit is larger than its column's. */
  private scaleOf(cell: CellModel): number {
    const name = nameOf(cell);
    return this.options.scales?.find((s) => s.sheet === this.grid.name && s.cell === name)?.power ?? 0;
  }

  /** What a person has said of such texts of the file, where it is one thing. */
  private answeredElsewhere(): Convention | undefined {
    const [said, ...others] = this.options.amounts?.filter(({ onlyHere }) => onlyHere !== true) ?? [];
    return others.every(({ convention }) => convention === said?.convention) ? said?.convention : undefined;
  }

  private answered(cell: CellModel): Convention | undefined {
    const name = nameOf(cell);
    return this.options.amounts?.find((a) => a.sheet === this.grid.name && a.cell === name)?.convention;
  }
}

const BLANK_CELL: NumberCell = { state: 'blank' };

/**
 * Reads the cells of one column, by row. A text number that could be read in two ways is decided only by other text cells of
 * the column that can be read in one way; numeric cells and magnitudes are no evidence (contract, 3). Where its own texts say nothing,
 * what a person has said of such a text of another column holds for it too: `elsewhere`.
 */
function readNumberColumn(
  cells: Iterable<CellModel>,
  answerOf: (cell: CellModel) => Convention | undefined,
  elsewhere: Convention | undefined,
): Map<number, NumberCell> {
  const result = new Map<number, NumberCell>();
  const proven = new Set<Convention>();
  let ambiguous = false;
  for (const cell of cells) {
    const read = readNumberCell(cell);
    result.set(cell.row, read.cell);
    if (read.convention) proven.add(read.convention);
    ambiguous ||= read.cell.state === 'ambiguous';
  }
  if (!ambiguous) return result;
  // What a person has said of one of them is a text that can be read in one way.
  for (const read of result.values()) {
    const said = read.state === 'ambiguous' ? answerOf(read.cell) : undefined;
    if (said) proven.add(said);
  }
  const [convention = elsewhere] = proven;
  for (const [row, read] of result) {
    if (read.state !== 'ambiguous') continue;
    const decided = answerOf(read.cell) ?? (proven.size < 2 ? convention : undefined);
    if (decided) result.set(row, valueOf(read.readings[decided], read.cell));
  }
  return result;
}

/** One cell on its own, without the evidence of its column. */
function readNumberCell(cell: CellModel | undefined): { cell: NumberCell; convention?: Convention } {
  if (!cell) return { cell: BLANK_CELL };
  const { value } = cell;
  switch (value.type) {
    case 'number':
      return { cell: fromDouble(value.number, cell) };
    case 'text':
      return fromText(value.text, cell);
    case 'error':
      return { cell: { state: 'unreadable', why: 'cell-error', cell } };
    case 'boolean':
      return { cell: { state: 'unreadable', why: 'not-a-number', cell } };
    case 'unknown':
      return { cell: { state: 'unreadable', why: 'no-value', cell } };
  }
}

function fromDouble(double: number, cell: CellModel): NumberCell {
  const value = decimalFromDouble(double);
  if (!value || cell.isDate) return { state: 'unreadable', why: 'not-a-number', cell };
  const decimals = decimalsOfFormat(cell.format) ?? value.scale;
  return { state: 'value', value, decimals, cell };
}

function fromText(text: string, cell: CellModel): { cell: NumberCell; convention?: Convention } {
  const read = readNumberText(text);
  switch (read.state) {
    case 'number':
      return {
        cell: valueOf(read, cell),
        ...(read.convention ? { convention: read.convention } : {}),
      };
    case 'ambiguous':
      return { cell: { state: 'ambiguous', readings: read.readings, cell } };
    case 'dash':
      return { cell: { state: 'value', value: { coefficient: 0n, scale: 0 }, decimals: 0, cell } };
    case 'not-a-number':
      return { cell: { state: 'unreadable', why: 'not-a-number', cell } };
    default:
      return { cell: { state: read.state } };
  }
}

function valueOf(
  read: { value: Decimal; decimals: number; unit?: AmountUnit },
  cell: CellModel,
): NumberValue {
  return {
    state: 'value',
    value: read.value,
    decimals: read.decimals,
    cell,
    ...(read.unit ? { unit: read.unit } : {}),
  };
}

/** How many decimals the number format shows; undefined for General and for formats without digits. */
function decimalsOfFormat(format: string | undefined): number | undefined {
  const body = firstSection(format ?? '');
  if (!body || !/[0#?]/.test(body) || /e[+-]/i.test(body)) return undefined;
  return /\.([0#?]*)/.exec(body)?.[1]?.length ?? 0;
}

/** By how many thousands the format divides what it shows ("#,##0,," shows millions): 0, 1, 2 or 3. */
export function thousandsHidden(format: string | undefined): number {
  return /[0#?](,+)(?![0#?,])/.exec(firstSection(format ?? ''))?.[1]?.length ?? 0;
}

/** Whether the format shows a share as percent. */
export function isPercentFormat(format: string | undefined): boolean {
  return firstSection(format ?? '').includes('%');
}

/** The section for positive numbers, without quoted text, colours and padding. */
const firstSection = memoize(
  (format) =>
    format
      .replace(/"[^"]*"/g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\\./g, '')
      .replace(/[_*]./g, '')
      .split(';')[0] ?? '',
);

const PERCENT_PLACES = 12;
const SCALED = 100n * 10n ** BigInt(PERCENT_PLACES);

/** `100 × part ÷ whole` to twelve decimals; undefined when the whole is not positive. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | undefined {
  if (whole.coefficient <= 0n) return undefined;
  const scale = Math.max(part.scale, whole.scale);
  const numerator = atScale(part, scale) * SCALED;
  const denominator = atScale(whole, scale);
  return { coefficient: divideHalfAwayFromZero(numerator, denominator), scale: PERCENT_PLACES };
}

/** A rate as a cell may state it: every value in per cent that it can mean, with the decimals it shows. */
export interface StatedRate {
  readonly percents: readonly { readonly value: Decimal; readonly decimals: number }[];
  readonly cell: CellModel;
}

/** Reads 52.18, 0.5218 (also under a percent format), "52,18%" or "52,18". Undefined for anything but a number. */
export function readRate(cell: CellModel | undefined): StatedRate | undefined {
  if (!cell) return undefined;
  if (cell.value.type === 'text') {
    const text = cleanText(cell.value.text);
    const read = readNumberText(text.replace(/\s*%$/, ''));
    if (read.state === 'number')
      return { cell, percents: meanings(read, text.endsWith('%') ? 'percent' : 'either') };
    if (read.state !== 'ambiguous') return undefined;
    return {
      cell,
      percents: Object.values(read.readings).flatMap((reading) => meanings(reading, 'percent')),
    };
  }
  const { cell: read } = readNumberCell(cell);
  if (read.state !== 'value') return undefined;
  return { cell, percents: meanings(read, isPercentFormat(cell.format) ? 'fraction' : 'either') };
}

function meanings(
  { value, decimals }: { value: Decimal; decimals: number },
  as: 'percent' | 'fraction' | 'either',
): StatedRate['percents'] {
  const percent = { value, decimals };
  const hundredfold = { coefficient: value.coefficient * 100n, scale: value.scale };
  // A percent format counts the decimals it shows after multiplying by a hundred.
  const fraction = { value: hundredfold, decimals: as === 'fraction' ? decimals : Math.max(0, decimals - 2) };
  return as === 'percent' ? [percent] : as === 'fraction' ? [fraction] : [percent, fraction];
}

/** Rates are compared at two decimals, as they are shown; finer digits come from amounts rounded elsewhere. */
const FINEST = 2;

/** Whether a stated rate is this percentage within its own rounding. */
export function statesPercent(stated: StatedRate, percent: Decimal): boolean {
  return stated.percents.some(({ value, decimals }) => {
    const difference = absDecimal(addDecimals(value, negateDecimal(percent)));
    return compareDecimals(difference, halfOfLastDigit(Math.min(decimals, FINEST))) <= 0;
  });
}
