import type { EntityManager } from 'typeorm';
import { formatInstant } from '@thongvon/kernel';

/**
 * Through which approval (business clock) the derived figures are computed, and whether some approval still waits for
 * it. What is known at an instant is derived from the ledgers, so nothing of it waits.
 */
export async function computedThrough(
  manager: EntityManager,
  knownAt: Date | undefined,
): Promise<{ computedThrough: string | null; computing: boolean; stale: boolean }> {
  const [row] = await manager.query<{ through: Date | null; waiting: boolean }[]>(
    `WITH waiting AS (SELECT subject FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL)
     SELECT (SELECT max(at) FROM returns.return_effect_ref WHERE return_id NOT IN (SELECT subject FROM waiting)
         AND ($1::timestamptz IS NULL OR at <= $1)) AS through,
       EXISTS (SELECT FROM waiting) AS waiting`,
    [knownAt ?? null],
  );
  const computing = knownAt === undefined && (row?.waiting ?? false);
  return {
    computedThrough: row?.through ? formatInstant(row.through) : null,
    computing,
    // The older name. How old figures are is the reckoning's to say.
    stale: computing,
  };
}
