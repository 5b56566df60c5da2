import type { EntityManager } from 'typeorm';
import type { FrozenWeekRef } from '../domain/frozen-week';

/** How many returns began or ceased to count since, that speak of the week or of days before it. */
export async function laterReturns(
  manager: EntityManager,
  { week, frozenAt }: FrozenWeekRef,
): Promise<number> {
  const [row] = await manager.query<{ returns: number }[]>(
    `SELECT count(DISTINCT r.id)::int AS returns
     FROM return_effect e JOIN return r ON r.id = e.return_id
     WHERE e.at > $2 AND (r.as_of <= $1
       OR EXISTS (SELECT FROM allocation a WHERE a.return_id = r.id AND a.effective_on <= $1))`,
    [week, frozenAt],
  );
  return row?.returns ?? 0;
}
