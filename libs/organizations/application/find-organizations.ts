import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ListOf, OrganizationListQuery, OrganizationView } from '@thongvon/api-contract';
import { listPage } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { keepsOrganization, seesOrganization } from '../domain/visibility';
import { Organization } from '../persistence/entities/organization';
import { organizationList, toOrganizationView } from '../persistence/organization-rows';
import { problems } from './problems';

@Injectable()
export class FindOrganization {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws ORGANIZATION-UNKNOWN, also for one that the actor may not see. */
  async run(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OrganizationView> {
    const found = seesOrganization(actor, id) ? await manager.findOneBy(Organization, { id }) : null;
    if (!found) throw problems.organizationUnknown();
    return toOrganizationView(found);
  }

  /** One that the actor, as administrator, may change. Throws ORGANIZATION-UNKNOWN and ORGANIZATION-NOT-BELOW. */
  async kept(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OrganizationView> {
    const found = await this.run(actor, id, manager);
    if (!keepsOrganization(actor, id)) throw problems.organizationNotBelow();
    return found;
  }
}

@Injectable()
export class ListOrganizations {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations that the actor sees, by name; with `asOf` only those that exist on that day. */
  run(actor: Actor, query: OrganizationListQuery): Promise<ListOf<OrganizationView>> {
    return listPage<OrganizationView>(this.dataSource.manager, organizationList(actor, query), query);
  }
}
