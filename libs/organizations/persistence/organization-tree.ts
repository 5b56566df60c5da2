import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { meantOffices, type MeantOffice, type RegisteredOffice } from '../domain/office-name';

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

  /** The name of the organisation, and those of all others in force that aren't above it. */
  async namesAround(
    organizationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ own: string; others: string[] }> {
    const above = await this.idsAbove(organizationId, manager);
    const rows = await manager.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM organizations.organization
       WHERE id = $1 OR (effective_to IS NULL AND id <> ALL($2)) ORDER BY name, id`,
      [organizationId, above],
    );
    return {
      own: rows.find(({ id }) => id === organizationId)?.name ?? '',
      others: rows.flatMap(({ id, name }) => (id === organizationId ? [] : [name])),
    };
  }

  /**
   * Ids of the organisations that these names mean, in full or abbreviated, among `scope`. Names that mean none there, or
   * several, are left out. Keys are `matchKey`s.
   */
  async idsByName(
    names: readonly string[],
    scope: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string>> {
    const meant = await this.meant(names, scope, manager);
    return new Map(
      [...meant].flatMap(([key, office]) => (office.type === 'ours' ? [[key, office.id] as const] : [])),
    );
  }

  /** Of these names those that mean an organisation outside of `scope` and none within, as `matchKey`s. */
  async namedOutside(
    names: readonly string[],
    scope: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Set<string>> {
    const meant = await this.meant(names, scope, manager);
    return new Set([...meant].flatMap(([key, { type }]) => (type === 'elsewhere' ? [key] : [])));
  }

  private async meant(
    names: readonly string[],
    scope: readonly string[],
    manager: EntityManager,
  ): Promise<Map<string, MeantOffice>> {
    if (names.length === 0) return new Map();
    const offices = await manager.query<RegisteredOffice[]>(
      `SELECT id, name, id = ANY($1) AS "inScope" FROM organizations.organization WHERE effective_to IS NULL`,
      [scope],
    );
    return meantOffices(names, offices);
  }
}
