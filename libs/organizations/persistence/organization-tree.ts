import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';

/** Who lies below whom, and which organisation a table's words mean. */
@Injectable()
export class OrganizationTree {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisation's id and those of all below it, also of ended ones: their data stays. */
  async idsBelow(
    organizationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE below AS (
         SELECT id FROM organizations.organization WHERE id = $1
         UNION
         SELECT child.id FROM organizations.organization child JOIN below ON child.parent_id = below.id
       )
       SELECT id FROM below ORDER BY id`,
      [organizationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the organisations above it. */
  async idsAbove(
    organizationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE above AS (
         SELECT parent_id AS id FROM organizations.organization WHERE id = $1
         UNION
         SELECT parent.parent_id FROM organizations.organization parent JOIN above ON above.id = parent.id
       )
       SELECT id FROM above WHERE id IS NOT NULL ORDER BY id`,
      [organizationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the organisations that these names mean, among `scope`; names that mean none are left out. Keys are `matchKey`s. */
  async idsByName(
    names: readonly string[],
    scope: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string>> {
    const keys = [...new Set(names.map(matchKey))];
    const rows = await manager.query<{ id: string; key: string }[]>(
      `SELECT id, name_key AS key FROM organizations.organization
       WHERE name_key = ANY($1) AND id = ANY($2) AND effective_to IS NULL`,
      [keys, scope],
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  }

  /** Of these names those that mean an organisation outside of `scope`, as `matchKey`s. */
  async namedOutside(
    names: readonly string[],
    scope: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Set<string>> {
    const rows = await manager.query<{ key: string }[]>(
      `SELECT name_key AS key FROM organizations.organization
       WHERE name_key = ANY($1) AND id <> ALL($2) AND effective_to IS NULL`,
      [[...new Set(names.map(matchKey))], scope],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
