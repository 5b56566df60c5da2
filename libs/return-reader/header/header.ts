import type { RowModel } from '@thongvon/workbook-io';
import type { TableMapping } from '../model/options';
import { isFilled, textOf } from '../sheet/grid';
import type { Caption } from './caption';

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

/** What a cell of the column-number row says: "(9)=(10)+(11)" or "(13)=(9)/(5)". */
export interface ColumnNumber {
  readonly column: number;
  /** The number or letter that names the column. */
  readonly label: string;
  /** Terms of a sum, with their signs. */
  readonly sum?: readonly { readonly label: string; readonly sign: 1 | -1 }[];
  readonly ratio?: { readonly numerator: string; readonly denominator: string };
}

const LABEL = '[(\\[]?\\s*(\\d{1,2}|[A-Ea-e]|\\d{1,2}[a-z])\\s*[)\\]]?';
const PLAIN = new RegExp(`^${LABEL}$`);
const FORMULA = new RegExp(`^${LABEL}\\s*=\\s*(.+)$`);
const TERM = new RegExp(`([+\\-–])?\\s*${LABEL}`, 'g');
const RATIO = new RegExp(`^[(\\[]?${LABEL}\\s*[/:]\\s*${LABEL}[)\\]]?\\s*(?:[x*×]?\\s*100)?\\s*%?\\s*$`, 'i');

/**
 * Reads a row of column numbers ("A | B | 1 | 2 | 3=1+2", "(1) | (2) | …"). Undefined for any other row: the labels
 * must rise from left to right and nothing else may stand in the row.
 */
export function readColumnNumbers(row: RowModel): ColumnNumber[] | undefined {
  const numbers: ColumnNumber[] = [];
  for (const cell of row.cells.filter(isFilled)) {
    const text = cell.value.type === 'number' ? String(cell.value.number) : textOf(cell).replace(/\s+/g, '');
    const number = readColumnNumber(cell.column, text);
    if (!number) return undefined;
    numbers.push(number);
  }
  const ranks = numbers.map((n) => (/^\d/.test(n.label) ? parseInt(n.label, 10) : 0));
  const rising = ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0));
  const whole = ranks.filter((rank) => rank > 0);
  const spread = new Set(whole).size;
  const counts = spread >= 2 || (whole[0] === 1 && lettersFromA(numbers) >= 2);
  return numbers.length >= 3 && rising && spread >= whole.length - 1 && counts ? numbers : undefined;
}

/** How many letters lead the row, "A | B | 1". */
function lettersFromA(numbers: readonly ColumnNumber[]): number {
  const other = numbers.findIndex(({ label }, i) => label.toUpperCase() !== 'ABCDE'.charAt(i));
  return other < 0 ? numbers.length : other;
}

function readColumnNumber(column: number, text: string): ColumnNumber | undefined {
  const plain = PLAIN.exec(text)?.[1];
  if (plain !== undefined) return { column, label: plain };
  const [, label, expression] = FORMULA.exec(text) ?? [];
  if (label === undefined || expression === undefined) return undefined;
  const ratio = RATIO.exec(expression);
  if (ratio?.[1] !== undefined && ratio[2] !== undefined)
    return { column, label, ratio: { numerator: ratio[1], denominator: ratio[2] } };
  const sum = readSum(expression);
  return sum ? { column, label, sum } : { column, label };
}

function readSum(expression: string): ColumnNumber['sum'] {
  const terms = [...expression.matchAll(TERM)];
  const covered = terms.reduce((length, term) => length + term[0].length, 0);
  if (terms.length < 2 || covered !== expression.length) return undefined;
  return terms.map((term) => ({ label: term[2] ?? '', sign: /[-–]/.test(term[1] ?? '') ? -1 : 1 }));
}
