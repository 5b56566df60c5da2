import { DataSource, type EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { Conditions, type ListSource } from '@thongvon/platform';
import { type Actor, visibleOrganizations } from '../domain/actor';
import {
  type MeantOffice,
  meantOffices,
  type OrganizationFilter,
  type RegisteredOffice,
  type RegisteredOrganization,
} from '../domain/register';
import { Organization } from './entities/organization';

/** The columns that make up a `RegisteredOrganization`, of table `organization o`. */
const COLUMNS = `o.id, o.name, o.kind, o.parent_id AS "parentId", o.commune, o.reports,
  o.effective_from AS "effectiveFrom", o.effective_to AS "effectiveTo", o.successor_id AS "successorId"`;

/** The organisation as others may see it. */
export function registered(organization: Organization): RegisteredOrganization {
  const { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId } =
    organization;
  return { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId };
}

/** SQL: the organisation's id (an expression) and those of all below it, also of ended ones. */
export const idsBelowSql = (organizationId: string): string =>
  `WITH RECURSIVE below AS (
     SELECT id FROM organizations.organization WHERE id = ${organizationId}
     UNION
     SELECT child.id FROM organizations.organization child JOIN below ON child.parent_id = below.id
   )
   SELECT id FROM below ORDER BY id`;

/** The organisations that the actor sees and the filter keeps, by name: rows of a `RegisteredOrganization`. */
export function organizationList(actor: Actor, filter: OrganizationFilter): ListSource {
  return {
    columns: COLUMNS,
    from: 'organizations.organization o',
    ...organizationsSeen(actor, filter),
  };
}

/** The same organisations, for a list of something else that joins `organizations.organization_ref` as `o`. */
export function organizationsSeen(
  actor: Actor,
  { q, asOf, below }: OrganizationFilter,
): Pick<ListSource, 'where' | 'sort'> {
  const visible = visibleOrganizations(actor);
  const where = new Conditions().matching('o.name_key', q);
  if (visible) where.and((ids) => `o.id = ANY(${ids}::uuid[])`, visible);
  if (below !== undefined)
    where.and((id) => `o.id <> ${id}::uuid AND o.id IN (${idsBelowSql(`${id}::uuid`)})`, below);
  if (asOf !== undefined) {
    where.and(
      (day) => `${day}::date BETWEEN o.effective_from AND coalesce(o.effective_to, 'infinity')`,
      asOf,
    );
  }
  return {
    where,
    sort: [
      { sql: 'o.name_key', type: 'text' },
      { sql: 'o.id', type: 'uuid' },
    ],
  };
}

/** Lets one transaction at a time change the tree, until it ends: readers go on. */
export async function lockTree(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE organizations.organization IN SHARE ROW EXCLUSIVE MODE');
}

/** Keeps whether it owes a weekly disbursement return as of today: what the ledger of duties says, for lists. */
export async function setReports(
  manager: EntityManager,
  organizationId: string,
  reports: boolean,
): Promise<void> {
  await manager.update(Organization, { id: organizationId }, { reports });
}

/** Who lies below whom, and which organisation a table's words mean. */
@Injectable()
export class OrganizationTree {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisation's id and those of all below it, also of ended ones: their data stays. */
  async idsBelow(
    organizationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(idsBelowSql('$1'), [organizationId]);
    return rows.map(({ id }) => id);
  }

  /** The same of each of these. */
  async idsBelowEach(
    organizationIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string[]>> {
    const rows = await manager.query<{ office: string; ids: string[] }[]>(
      `SELECT office, ARRAY(${idsBelowSql('office')}) AS ids FROM unnest($1::uuid[]) AS office`,
      [[...new Set(organizationIds)]],
    );
    return new Map(rows.map(({ office, ids }) => [office, ids]));
  }

  /** Ids of the organisations above it, nearest first. */
  async idsAbove(
    organizationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    return (await this.idsAboveEach([organizationId], manager)).get(organizationId) ?? [];
  }

  /** The same of each of these; one with none above it isn't there. */
  async idsAboveEach(
    organizationIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string[]>> {
    const rows = await manager.query<{ office: string; ids: string[] }[]>(
      `WITH RECURSIVE above AS (
         SELECT id AS office, parent_id AS id, 1 AS steps FROM organizations.organization WHERE id = ANY($1)
         UNION ALL
         SELECT above.office, parent.parent_id, steps + 1 FROM organizations.organization parent JOIN above ON above.id = parent.id
       )
       SELECT office, array_agg(id ORDER BY steps) AS ids FROM above WHERE id IS NOT NULL GROUP BY office`,
      [organizationIds],
    );
    return new Map(rows.map(({ office, ids }) => [office, ids]));
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
