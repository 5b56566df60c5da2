import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TouchedView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { OrganizationTree, type Actor } from '@thongvon/organizations';
import { holderOn, participantsOn, unclaimed } from '../persistence/holders';

/** The projects that an office's return names, and the return's date. */
export interface Touch {
  readonly organizationId: string;
  readonly projectIds: readonly string[];
  readonly day: PlainDate;
}

/** Whose projects a return touches, for whoever is to approve it. */
@Injectable()
export class TouchedOffices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: OrganizationTree,
  ) {}

  /**
   * On the return's day: the sender's own first, then by how many. Of what has become another's since, nothing is said to
   * who may not see that office.
   */
  async of(actor: Actor, { organizationId, projectIds, day }: Touch): Promise<TouchedView[]> {
    if (projectIds.length === 0) return [];
    const scope = await this.organizations.idsBelow(organizationId);
    const above = await this.organizations.idsAbove(organizationId);
    const touched = await this.dataSource.query<TouchedView[]>(
      `SELECT json_build_object('id', o.id, 'name', o.name) AS organization, count(*)::int AS projects, touched.relation
       FROM (
         SELECT held.by, CASE WHEN held.by = $2 THEN 'own' WHEN held.by = ANY($3::uuid[]) THEN 'below'
           WHEN ${participantsOn('$5::date')} && $3::uuid[] THEN 'participant'
           WHEN ${unclaimed('$4')} THEN 'unclaimed' ELSE 'other' END AS relation
         FROM projects.project p CROSS JOIN LATERAL (SELECT ${holderOn('$5::date')} AS by) held
         WHERE p.id = ANY($1::uuid[])
       ) touched JOIN organizations.organization_ref o ON o.id = touched.by
       GROUP BY o.id, o.name, o.name_key, touched.relation
       ORDER BY touched.relation <> 'own', projects DESC, o.name_key, touched.relation`,
      [[...new Set(projectIds)], organizationId, scope, above, day],
    );
    return touched.filter(
      ({ relation, organization }) => relation !== 'other' || actor.scope.includes(organization.id),
    );
  }
}
