import type { EntityManager } from 'typeorm';
import type { OrganizationListQuery } from '@thongvon/api-contract';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { visibleOrganizations } from '../domain/visibility';
import { ORGANIZATION_VIEW_COLUMNS } from './organization.entity';

/** The organisations that the actor sees, of which the query asks, by name: rows of an `OrganizationView`. */
export function organizationList(actor: Actor, query: OrganizationListQuery): ListSource {
  return {
    columns: ORGANIZATION_VIEW_COLUMNS,
    from: 'organizations.organization o',
    ...organizationsSeen(actor, query),
  };
}

/** The same organisations, for a list of something else that joins `organizations.organization_ref` as `o`. */
export function organizationsSeen(
  actor: Actor,
  { q, asOf }: OrganizationListQuery,
): Pick<ListSource, 'where' | 'sort'> {
  const visible = visibleOrganizations(actor);
  const where = new Conditions().matching('o.name_key', q);
  if (visible) where.and((ids) => `o.id = ANY(${ids}::uuid[])`, visible);
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
  await manager.query('UPDATE organizations.organization SET reports = $2 WHERE id = $1', [
    organizationId,
    reports,
  ]);
}
