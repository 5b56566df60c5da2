import type { Caption } from './caption';
import type { TableMapping } from '../mapping/table-mapping';
import type { ColumnNumber } from './column-numbers';

/** The header of a table: its rows (indexes from 0) and its columns with their captions from the outermost in. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
  readonly numbers: readonly ColumnNumber[];
  /** Where a person has said what the table is. */
  readonly mapping?: TableMapping;
}

export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly Caption[];
  /** Where the innermost caption stands. */
  readonly row: number;
}

/** Whether two headers say the same in the same columns: a header that is repeated on each printed page. */
export function sameHeader(a: Header, b: Header): boolean {
  const key = (header: Header): string =>
    header.columns.map((c) => `${c.column}:${c.path.map((p) => p.text.toLowerCase()).join('/')}`).join('|');
  return key(a) === key(b);
}
