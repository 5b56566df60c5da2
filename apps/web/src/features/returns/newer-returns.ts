import type { ListedReturnView } from '@thongvon/api-contract';

type Listed = Pick<ListedReturnView, 'id' | 'kinds' | 'asOf' | 'status'>;

/** Something is still to be done about it, unless a newer one does it. */
const UNFINISHED: readonly Listed['status'][] = ['needs-attention', 'ready', 'sent-back'];
/** Stands for nothing any more. */
const ENDED: readonly Listed['status'][] = ['withdrawn', 'failed', 'reverted'];

/**
 * By the id of each unfinished return the latest one of the same kinds and date that came after it. `items` are one
 * office's, the latest first. Without a date (unread, a plan) nothing tells that another is meant to replace it.
 */
export function newerReturns<T extends Listed>(items: readonly T[]): ReadonlyMap<string, T> {
  const latest = new Map<string, T>();
  const newer = new Map<string, T>();
  for (const one of items) {
    if (one.asOf === null || one.kinds.length === 0) continue;
    const key = `${one.kinds.toSorted().join()} ${one.asOf}`;
    const found = latest.get(key);
    if (found && UNFINISHED.includes(one.status)) newer.set(one.id, found);
    if (!found && !ENDED.includes(one.status)) latest.set(key, one);
  }
  return newer;
}
