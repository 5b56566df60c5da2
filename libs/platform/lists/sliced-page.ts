import type { ListOf } from '@thongvon/api-contract';

/**
 * A page of what is reckoned for the day that is asked for and so can't be sorted by the database: a slice, whose cursor
 * is the place where the next one begins.
 */
export function slicedPage<T>(
  all: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string },
): ListOf<T> {
  const start = cursor === undefined ? 0 : Number.parseInt(cursor, 10) || 0;
  const items = all.slice(start, start + limit);
  const end = start + items.length;
  return { items, total: all.length, nextCursor: end < all.length ? String(end) : null };
}
