import type { CellModel, CellValue, MergedRange, SheetModel } from '@thongvon/workbook-io';

/** What a test writes into a cell: text, a number (in its format), a date by its serial, an Excel error, or a formula without a value. */
export type Content =
  | string
  | number
  | { readonly date: number; readonly format?: string }
  | { readonly error: string }
  | { readonly number: number; readonly format: string }
  | { readonly formula: string; readonly saved?: number };

export interface Style {
  readonly bold?: boolean;
  readonly indent?: number;
  readonly format?: string;
}

interface Entry {
  content: Content;
  style: Style;
}

/** Writes a sheet model cell by cell. Rows and columns count from 0. */
export class SheetBuilder {
  private readonly cells = new Map<number, Map<number, Entry>>();
  readonly merges: MergedRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  set(row: number, column: number, content: Content | null, style: Style = {}): void {
    if (content === null || content === '') return;
    const cells = this.cells.get(row) ?? new Map<number, Entry>();
    this.cells.set(row, cells);
    cells.set(column, { content, style });
  }

  get(row: number, column: number): Content | undefined {
    return this.cells.get(row)?.get(column)?.content;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  build(name: string, hidden = false): SheetModel {
    const rows = [...this.cells.entries()]
      .sort(([a], [b]) => a - b)
      .map(([index, cells]) => ({
        index,
        hidden: this.hiddenRows.has(index),
        cells: [...cells.entries()]
          .sort(([a], [b]) => a - b)
          .map(([column, entry]) => cellOf(index, column, entry)),
      }));
    return { name, hidden, rows, merges: this.merges, hiddenColumns: this.hiddenColumns };
  }
}

function cellOf(row: number, column: number, { content, style }: Entry): CellModel {
  const isDate = typeof content === 'object' && 'date' in content;
  const ownFormat = typeof content === 'object' && 'format' in content ? content.format : undefined;
  const format = isDate ? (ownFormat ?? 'dd/mm/yyyy') : (ownFormat ?? style.format);
  return {
    row,
    column,
    value: valueOf(content),
    ...(typeof content === 'object' && 'formula' in content ? { formula: content.formula } : {}),
    ...(isDate ? { isDate: true as const } : {}),
    ...(format === undefined ? {} : { format }),
    ...(style.bold ? { bold: true as const } : {}),
    ...(style.indent === undefined ? {} : { indent: style.indent }),
  };
}

function valueOf(content: Content): CellValue {
  if (typeof content === 'string') return { type: 'text', text: content };
  if (typeof content === 'number') return { type: 'number', number: content };
  if ('date' in content) return { type: 'number', number: content.date };
  if ('number' in content) return { type: 'number', number: content.number };
  if ('error' in content) return { type: 'error', text: content.error };
  return content.saved === undefined ? { type: 'unknown' } : { type: 'number', number: content.saved };
}
