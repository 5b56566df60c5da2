import { decimalFromDouble, type AmountUnit, type Decimal } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { decimalsOfFormat } from './number-format';
import { readNumberText, type AmbiguousNumber, type Convention } from './number-text';

/** What one cell of a number column says, before any unit. Blank is "not reported", a dash is zero (contract, 3). */
export type NumberCell =
  | { readonly state: 'blank' | 'not-applicable' }
  | NumberValue
  | {
      readonly state: 'ambiguous';
      readonly readings: AmbiguousNumber['readings'];
      readonly cell: CellModel;
    }
  | {
      readonly state: 'unreadable';
      readonly why: 'not-a-number' | 'cell-error' | 'no-value' | 'percent';
      readonly cell: CellModel;
    };

export interface NumberValue {
  readonly state: 'value';
  readonly value: Decimal;
  /** Decimals that a person sees in the cell. */
  readonly decimals: number;
  /** A unit typed behind the number, "12,5 tr". */
  readonly unit?: AmountUnit;
  readonly cell: CellModel;
}

const BLANK: NumberCell = { state: 'blank' };

/**
 * Reads the cells of one column, by row. A text number that could be read in two ways is decided only by other text cells of
 * the column that can be read in one way; numeric cells and magnitudes are no evidence (contract, 3).
 */
export function readNumberColumn(
  cells: Iterable<CellModel>,
  answerOf: (cell: CellModel) => Convention | undefined,
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
  const [convention] = proven;
  for (const [row, read] of result) {
    if (read.state !== 'ambiguous') continue;
    const decided = answerOf(read.cell) ?? (proven.size === 1 ? convention : undefined);
    if (decided) result.set(row, valueOf(read.readings[decided], read.cell));
  }
  return result;
}

/** One cell on its own, without the evidence of its column. */
export function readNumberCell(cell: CellModel | undefined): { cell: NumberCell; convention?: Convention } {
  if (!cell) return { cell: BLANK };
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
