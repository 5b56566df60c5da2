import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, OrganizationListQuery, OrganizationView } from '@thongvon/api-contract';
import { listPage } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { ORGANIZATIONS_BY_NAME, organizationsSeen } from '../persistence/organization-list';
import { ORGANIZATION_VIEW_COLUMNS } from '../persistence/organization-views';

@Injectable()
export class ListOrganizations {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations that the actor sees, by name; with `asOf` only those that exist on that day. */
  run(actor: Actor, query: OrganizationListQuery): Promise<ListOf<OrganizationView>> {
    const source = {
      columns: ORGANIZATION_VIEW_COLUMNS,
      from: 'organizations.organization o',
      where: organizationsSeen(actor, query),
      sort: ORGANIZATIONS_BY_NAME,
    };
    return listPage<OrganizationView>(this.dataSource.manager, source, query);
  }
}
