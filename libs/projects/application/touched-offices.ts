import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { OrganizationTree, type Actor } from '@thongvon/organizations';
import { officesTouched, type TouchedOffice } from '../persistence/matching-rows';

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
  async of(actor: Actor, { organizationId, projectIds, day }: Touch): Promise<TouchedOffice[]> {
    if (projectIds.length === 0) return [];
    const scope = await this.organizations.idsBelow(organizationId);
    const above = await this.organizations.idsAbove(organizationId);
    const ids = [...new Set(projectIds)];
    const touched = await officesTouched(this.dataSource.manager, { organizationId, scope, above, ids, day });
    return touched.filter(
      ({ relation, organization }) => relation !== 'other' || actor.scope.includes(organization.id),
    );
  }
}
