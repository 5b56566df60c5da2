import type { EntityManager } from 'typeorm';
import type { OrganizationListQuery, OrganizationView } from '@thongvon/api-contract';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { visibleOrganizations } from '../domain/visibility';
import { Organization } from './entities/organization';

/** The columns that make up an `OrganizationView`, of table `organization o`. */
const VIEW_COLUMNS = `o.id, o.name, o.kind, o.parent_id AS "parentId", o.commune, o.reports,
  o.effective_from AS "effectiveFrom", o.effective_to AS "effectiveTo", o.successor_id AS "successorId"`;

export function toOrganizationView(organization: Organization): OrganizationView {
  const { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId } =
    organization;
  return { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId };
}

/** The organisations that the actor sees, of which the query asks, by name: rows of an `OrganizationView`. */
export function organizationList(actor: Actor, query: OrganizationListQuery): ListSource {
  return {
    columns: VIEW_COLUMNS,
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
  await manager.update(Organization, { id: organizationId }, { reports });
}
