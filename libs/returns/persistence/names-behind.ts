import type { EntityManager } from 'typeorm';
import type { Remembered } from '../domain/remembered';

/**
 * What people, returns and projects that remembered things point to are called today, by their ids; of projects those
 * that `offices` hold (undefined: all).
 */
export type NamesBehind = ReadonlyMap<string, string>;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export async function namesBehind(
  manager: EntityManager,
  remembered: readonly Remembered[],
  offices: readonly string[] | undefined,
): Promise<NamesBehind> {
  const ids = remembered.flatMap((one) => [
    one.origin?.by,
    one.origin?.returnId,
    one.type === 'answer' && one.answer.asks === 'project' ? one.answer.value : null,
  ]);
  const rows = await manager.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM organizations.user_ref WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, file_name FROM returns.return WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, name FROM projects.project_ref WHERE id = ANY($1::uuid[])
       AND ($2::uuid[] IS NULL OR coalesce(owner_id, registered_by) = ANY($2))`,
    [[...new Set(ids.filter((id) => id != null && UUID.test(id)))], offices ?? null],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function nameOfOrganization(manager: EntityManager, id: string): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organizations.organization_ref WHERE id = $1`,
    [id],
  );
  return row?.name ?? '';
}
