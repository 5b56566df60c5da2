import { type EntityManager, QueryFailedError } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import { Problem } from '../problems/problem';

export interface SortKey {
  /** An expression that is never null. */
  readonly sql: string;
  readonly type: 'text' | 'uuid' | 'date' | 'timestamptz' | 'bigint' | 'integer' | 'numeric';
}

export interface ListSource {
  readonly columns: string;
  /** Tables and joins, as after FROM. */
  readonly from: string;
  readonly where: Conditions;
  /** Together unique, so that the order is stable and no row is shown twice or never. */
  readonly sort: readonly SortKey[];
  readonly descending?: boolean;
}

/** Which page: at most `limit` rows, after the place that `cursor` names; without one, from the start. */
export interface WantedPage {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a list, as use cases hand it out; in http/ it is api-contract's ListOf (contract, section 4). */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  /** How many there are on all pages. */
  readonly total: number;
  /** Where the next page starts; null on the last. */
  readonly nextCursor: string | null;
}

/** One page of `source` and how many there are, in one statement; by keyset: it costs the same on the last page as on the first. Throws CURSOR-INVALID. */
export async function listPage<Row extends object>(
  manager: EntityManager,
  source: ListSource,
  { limit, cursor }: WantedPage,
): Promise<ListPage<Row>> {
  const { columns, from, where, sort, descending = false } = source;
  const filtered = where.sql;
  const after = cursor === undefined ? 'true' : startAfter(cursor, source);
  const keys = sort.map((_, index) => `cursor_${index}`);
  const direction = descending ? 'DESC' : 'ASC';
  const order = keys.map((key) => `${key} ${direction}`).join(', ');
  // The cursor's texts are made of the page alone, not of every row that is sorted. A page without rows has a total too.
  const sql = `SELECT page.*, ARRAY[${keys.map((key) => `${key}::text`).join(', ')}] AS cursor_key, list_total
       FROM (SELECT count(*)::integer AS list_total FROM ${from} WHERE ${filtered}) counted LEFT JOIN (
         SELECT true AS is_row, ${columns}, ${sort.map((key, index) => `${key.sql} AS cursor_${index}`).join(', ')} FROM ${from}
         WHERE ${filtered} AND ${after} ORDER BY ${order} LIMIT ${where.parameter(limit + 1)}
       ) page ON true ORDER BY ${order}`;
  return readPage<Row>(manager, sql, where.parameters, { limit, cursor, keys: sort.length });
}

/**
 * A page that `sql` gives whole: `limit` rows and one more, in order, each with `cursor_key`, the texts of the `keys` (`cursor_0` and so on)
 * by which it is sorted, `list_total`, and `is_row`, null of the one row of a page that has none. Throws CURSOR-INVALID.
 */
export async function readPage<Row extends object>(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[],
  { limit, cursor, keys: length }: WantedPage & { readonly keys: number },
): Promise<ListPage<Row>> {
  const keys = Array.from({ length }, (_, index) => `cursor_${index}`);
  const rows = await manager.query<(Row & Counted)[]>(sql, [...parameters]).catch((error: unknown) => {
    throw cursor !== undefined && isDataError(error) ? cursorInvalid() : error;
  });
  const found = rows.filter(({ is_row }) => is_row);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map((row) => withoutCursor(row, keys)),
    total: rows[0]?.list_total ?? 0,
    nextCursor: last ? encodeCursor(last.cursor_key) : null,
  };
}

/** All of `source` in its order, in one statement: for what is written out whole, such as a workbook. */
export function listAll<Row extends object>(
  manager: EntityManager,
  { columns, from, where, sort, descending = false }: ListSource,
): Promise<Row[]> {
  const order = sort.map(({ sql }) => `${sql} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  return manager.query<Row[]>(`SELECT ${columns} FROM ${from} WHERE ${where.sql} ORDER BY ${order}`, [
    ...where.parameters,
  ]);
}

/** What a row of a page has besides what was asked for. */
interface Counted {
  /** Null in the one row of a page that has none. */
  readonly is_row: true | null;
  readonly cursor_key: string[];
  /** Of the whole list. */
  readonly list_total: number;
}

function withoutCursor<Row extends object>(row: Row & Counted, keys: readonly string[]): Row {
  const hidden = ['is_row', 'cursor_key', 'list_total', ...keys];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.includes(name))) as Row;
}

function startAfter(cursor: string, { sort, where, descending }: ListSource): string {
  const values = decodeCursor(cursor, sort.length);
  const keys = sort.map((key) => key.sql).join(', ');
  const start = sort.map((key, index) => `${where.parameter(values[index])}::${key.type}`).join(', ');
  return `(${keys}) ${descending ? '<' : '>'} (${start})`;
}

/** Class 22: a value that its type doesn't have, which only a made-up cursor can bring. */
function isDataError(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    String((error.driverError as { code?: string }).code).startsWith('22')
  );
}

/** The opaque text that says after which sort key the next page starts. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor of `length` parts. Throws the problem CURSOR-INVALID. */
export function decodeCursor(cursor: string, length: number): readonly string[] {
  const key = parse(Buffer.from(cursor, 'base64url').toString());
  if (!isKey(key) || key.length !== length) throw cursorInvalid();
  return key;
}

/** What is said of a cursor that is none of the list's. */
export function cursorInvalid(): Problem {
  return new Problem(
    400,
    'CURSOR-INVALID',
    'Con trỏ trang (cursor) không đúng; hãy dùng nextCursor của trang trước hoặc bỏ trống để bắt đầu lại.',
    'The cursor is not one of this list; use nextCursor of the page before, or leave it out to start again.',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKey(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

/**
 * A page of what is reckoned for the day that is asked for and so can't be sorted by the database: a slice, whose cursor
 * is the place where the next one begins.
 */
export function slicedPage<T>(all: readonly T[], { limit, cursor }: WantedPage): ListPage<T> {
  const start = cursor === undefined ? 0 : Number.parseInt(cursor, 10) || 0;
  const items = all.slice(start, start + limit);
  const end = start + items.length;
  return { items, total: all.length, nextCursor: end < all.length ? String(end) : null };
}

/** The conditions of a query with their parameters, joined by AND. */
export class Conditions {
  private readonly clauses: string[] = [];
  private readonly values: unknown[] = [];

  /** Adds what `write` makes of the parameter's placeholder: `.and((ids) => `id = ANY(${ids}::uuid[])`, list)`. */
  and(write: (placeholder: string) => string, value: unknown): this {
    this.clauses.push(write(this.parameter(value)));
    return this;
  }

  /** Adds a condition that needs no parameter. */
  also(sql: string): this {
    this.clauses.push(sql);
    return this;
  }

  /**
   * Keeps rows in whose `column` (a stored kernel `matchKey`) every word of `words` occurs, without regard to accents
   * or order. Without words all are kept; words without a letter or digit keep none.
   */
  matching(column: string, words: string | undefined): this {
    return this.matchingAny([column], words);
  }

  /** The same where each word may be in any of several columns. A column that is null matches nothing. */
  matchingAny(columns: readonly string[], words: string | undefined): this {
    if (words === undefined || words.trim() === '') return this;
    const key = matchKey(words);
    // A key holds letters, digits and spaces only, so nothing of it can act as a wildcard.
    if (key === '') this.clauses.push('false');
    for (const word of rarestFirst(key.split(' ').filter(Boolean)))
      this.and((pattern) => oneOf(columns, pattern), `%${word}%`);
    return this;
  }

  /** Adds a parameter alone and returns its placeholder. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get sql(): string {
    return this.clauses.length === 0 ? 'true' : this.clauses.join(' AND ');
  }

  get parameters(): readonly unknown[] {
    return this.values;
  }
}

function oneOf(columns: readonly string[], pattern: string): string {
  const alternatives = columns.map((column) => `${column} LIKE ${pattern}`).join(' OR ');
  return columns.length === 1 ? alternatives : `(${alternatives})`;
}

/** Words with digits, then the longest, first: what few rows have is looked for before what most have. */
function rarestFirst(words: readonly string[]): string[] {
  const rarity = (word: string): number => word.length + (/\d/.test(word) ? 100 : 0);
  return words.toSorted((a, b) => rarity(b) - rarity(a));
}
