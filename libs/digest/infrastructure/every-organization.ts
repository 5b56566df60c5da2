import type { EntityManager } from 'typeorm';

/** Ids of all organisations, ended ones too. */
export async function everyOrganization(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>('SELECT id FROM organization ORDER BY id');
  return rows.map(({ id }) => id);
}
