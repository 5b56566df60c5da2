import type { OrganizationListQuery } from '@thongvon/api-contract';
import { Conditions, type SortKey } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { visibleOrganizations } from '../domain/visibility';

/** The organisations of table `organization o` that the actor sees and the query asks for. */
export function organizationsSeen(actor: Actor, { q, asOf }: OrganizationListQuery): Conditions {
  const visible = visibleOrganizations(actor);
  const where = new Conditions().matching('o.name_key', q);
  if (visible) where.and((ids) => `o.id = ANY(${ids}::uuid[])`, visible);
  if (asOf !== undefined) {
    where.and(
      (day) => `${day}::date BETWEEN o.effective_from AND coalesce(o.effective_to, 'infinity')`,
      asOf,
    );
  }
  return where;
}

export const ORGANIZATIONS_BY_NAME: readonly SortKey[] = [
  { sql: 'o.name_key', type: 'text' },
  { sql: 'o.id', type: 'uuid' },
];
