import { type AmountUnit, CLEARANCE_FIELDS, type ReturnKind } from '@thongvon/kernel';
import type { ReturnView, TableMappingRequest, WindowRowView } from '@thongvon/api-contract';

/** A table as far as somebody has described it. */
export interface Draft {
  readonly kind: ReturnKind;
  /** Null: as the table states it. */
  readonly unit: AmountUnit | null;
  readonly header: readonly [first: number, last: number] | null;
  /** By the column's letters; a column that isn't here is ignored. */
  readonly meanings: Readonly<Record<string, string>>;
}

/** What a description still lacks. */
export type Missing = 'header' | 'name' | 'figure';

const NAMING = ['name', 'code'];
const MONEY = [
  'planned',
  'planned:carried-over',
  'planned:all',
  'disbursed',
  'disbursed:carried-over',
  'disbursed:all',
  'completed',
  'advance',
  'estimate',
  'total-investment',
];
const TEXTS = ['ordinal', 'owner', 'field', 'source', 'plan-type', 'location', 'note', 'rate'];
const CLEARANCE_TEXTS = ['ordinal', 'location', 'note', 'blocker', 'responsible-unit', 'due'];

/** What columns of such a table can mean, what every table needs first. */
export function meaningsOf(kind: ReturnKind): {
  readonly figures: readonly string[];
  readonly all: readonly string[];
} {
  const figures = kind === 'land-clearance' ? CLEARANCE_FIELDS : MONEY;
  const texts = kind === 'land-clearance' ? CLEARANCE_TEXTS : TEXTS;
  return { figures, all: [...NAMING, ...figures, ...texts] };
}

/** Where describing begins: what was said of the sheet before, else what the reader took it for. */
export function draftOf(seen: Pick<ReturnView, 'mapping' | 'sheets'>, sheet: string): Draft {
  const said = seen.mapping.find((table) => table.sheet === sheet);
  if (said) {
    const { kind, unit, headerRows, columns } = said;
    return { kind, unit: unit ?? null, header: headerRows, meanings: byColumn(columns) };
  }
  const read = seen.sheets.find(({ name, headerRows }) => name === sheet && headerRows.length > 0);
  const kind =
    read === undefined || read.role === 'cover' || read.role === 'ignored' ? 'disbursement' : read.role;
  if (read === undefined) return { kind, unit: null, header: null, meanings: {} };
  const header = [Math.min(...read.headerRows), Math.max(...read.headerRows)] as const;
  return { kind, unit: null, header, meanings: byColumn(read.columns) };
}

function byColumn(
  columns: readonly { readonly column: string; readonly meaning: string }[],
): Draft['meanings'] {
  return Object.fromEntries(
    columns.filter(({ meaning }) => meaning !== 'ignored').map(({ column, meaning }) => [column, meaning]),
  );
}

/** The header once this row's number was pressed: it grows to the row; a row within it begins it anew. */
export function headerWith(header: Draft['header'], row: number): readonly [number, number] {
  if (header === null) return [row, row];
  const [first, last] = header;
  return row < first ? [row, last] : row > last ? [first, row] : [row, row];
}

/** The next thing to say; undefined when the table can be read. */
export function missingIn({ kind, header, meanings }: Draft): Missing | undefined {
  const said = Object.values(meanings);
  if (header === null) return 'header';
  if (!said.some((meaning) => NAMING.includes(meaning))) return 'name';
  const { figures } = meaningsOf(kind);
  return said.some((meaning) => figures.includes(figureOf(meaning))) ? undefined : 'figure';
}

/** `planned` of `planned:current-year:lottery`, which only the reader says. */
function figureOf(meaning: string): string {
  return meaning.split(':')[0] ?? meaning;
}

/** How the first row under the header that names a project would be read: meanings with what stands there. */
export function exampleOf(
  rows: readonly WindowRowView[],
  { header, meanings }: Draft,
):
  | { readonly row: number; readonly parts: readonly (readonly [meaning: string, text: string])[] }
  | undefined {
  if (header === null) return undefined;
  for (const { row, cells } of rows) {
    if (row <= header[1]) continue;
    const parts = cells.flatMap(({ column, text }) => {
      const meaning = meanings[column];
      return meaning === undefined || text === '' ? [] : [[meaning, text] as const];
    });
    if (parts.some(([meaning]) => NAMING.includes(meaning))) return { row, parts };
  }
  return undefined;
}

/** All tables of the return with this one in the place of what was said of its sheet; without a draft, without it. */
export function tablesWith(
  mapping: readonly TableMappingRequest[],
  sheet: string,
  draft: Draft | null,
): TableMappingRequest[] {
  const others = mapping.filter((table) => table.sheet !== sheet);
  if (draft?.header == null) return others;
  const { kind, unit, header, meanings } = draft;
  const columns = Object.entries(meanings).map(([column, meaning]) => ({ column, meaning }));
  const [first, last] = header;
  return [...others, { sheet, headerRows: [first, last], kind, columns, ...(unit === null ? {} : { unit }) }];
}
