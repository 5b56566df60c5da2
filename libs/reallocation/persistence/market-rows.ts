import type { EntityManager } from 'typeorm';
import type { Market } from '../domain/rooms';

/** The topmost office above each, ended ones too, and what sources are called, as the register has them now. */
export async function readMarket(manager: EntityManager): Promise<Market> {
  const [offices, sources] = await Promise.all([
    manager.query<{ id: string; root: string }[]>(
      `WITH RECURSIVE below AS (
         SELECT id, id AS root FROM organizations.organization_ref WHERE parent_id IS NULL
         UNION
         SELECT o.id, below.root FROM organizations.organization_ref o JOIN below ON o.parent_id = below.id
       )
       SELECT id, root FROM below`,
    ),
    manager.query<{ code: string; label: string }[]>('SELECT code, label FROM projects.source_ref'),
  ]);
  return {
    rootOf: new Map(offices.map(({ id, root }) => [id, root])),
    sources: new Map(sources.map(({ code, label }) => [code, label])),
  };
}
