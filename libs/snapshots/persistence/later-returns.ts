import type { EntityManager } from 'typeorm';
import type { FrozenWeekRef } from '../domain/frozen-week';

/** The returns that began or ceased to count since, that speak of the week or of days before it. */
export async function laterReturnIds(
  manager: EntityManager,
  { week, frozenAt }: Pick<FrozenWeekRef, 'week' | 'frozenAt'>,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT r.id
     FROM returns.return_effect_ref e JOIN returns.return_ref r ON r.id = e.return_id
     WHERE e.at > $2 AND (r.as_of <= $1
       OR EXISTS (SELECT FROM capital.allocation_ref a WHERE a.return_id = r.id AND a.effective_on <= $1))`,
    [week, frozenAt],
  );
  return rows.map(({ id }) => id);
}

/** How many they are. */
export async function laterReturns(manager: EntityManager, frozen: FrozenWeekRef): Promise<number> {
  return (await laterReturnIds(manager, frozen)).length;
}
