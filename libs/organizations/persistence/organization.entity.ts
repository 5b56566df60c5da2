import type { OrganizationView } from '@thongvon/api-contract';
import type { Organization } from './entities/organization';

export { Organization } from './entities/organization';

/** The columns that make up an `OrganizationView`, of table `organization o`. */
export const ORGANIZATION_VIEW_COLUMNS = `o.id, o.name, o.kind, o.parent_id AS "parentId", o.commune, o.reports,
  o.effective_from AS "effectiveFrom", o.effective_to AS "effectiveTo", o.successor_id AS "successorId"`;

export function toOrganizationView(organization: Organization): OrganizationView {
  const { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId } =
    organization;
  return { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId };
}
