import { QueryFailedError, type EntityManager } from 'typeorm';
import type { ListOf } from '@thongvon/api-contract';
import type { Conditions } from './conditions';
import { cursorInvalid, decodeCursor, encodeCursor } from './cursor';

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

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

/** One page of `source`, by keyset: it costs the same on the last page as on the first. Throws CURSOR-INVALID. */
export async function listPage<Row extends object>(
  manager: EntityManager,
  source: ListSource,
  { limit, cursor }: Page,
): Promise<ListOf<Row>> {
  const { columns, from, where, sort, descending = false } = source;
  const total = await count(manager, from, where);
  const filtered = where.sql;
  const after = cursor === undefined ? 'true' : startAfter(cursor, source);
  const keys = sort.map((_, index) => `cursor_${index}`);
  const direction = descending ? 'DESC' : 'ASC';
  const order = keys.map((key) => `${key} ${direction}`).join(', ');
  // The cursor's texts are made of the page alone, not of every row that is sorted.
  const rows = await manager
    .query<(Row & { cursor_key: string[] })[]>(
      `SELECT page.*, ARRAY[${keys.map((key) => `${key}::text`).join(', ')}] AS cursor_key
       FROM (
         SELECT ${columns}, ${sort.map((key, index) => `${key.sql} AS cursor_${index}`).join(', ')} FROM ${from}
         WHERE ${filtered} AND ${after} ORDER BY ${order} LIMIT ${where.parameter(limit + 1)}
       ) page ORDER BY ${order}`,
      [...where.parameters],
    )
    .catch((error: unknown) => {
      throw cursor !== undefined && isDataError(error) ? cursorInvalid() : error;
    });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => withoutCursor(row, keys)),
    total,
    nextCursor: last ? encodeCursor(last.cursor_key) : null,
  };
}

function withoutCursor<Row extends object>(
  row: Row & { cursor_key: string[] },
  keys: readonly string[],
): Row {
  const hidden = ['cursor_key', ...keys];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.includes(name))) as Row;
}

async function count(manager: EntityManager, from: string, where: Conditions): Promise<number> {
  const [row] = await manager.query<{ total: number }[]>(
    `SELECT count(*)::integer AS total FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return row?.total ?? 0;
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
