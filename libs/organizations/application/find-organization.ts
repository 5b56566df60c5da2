import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OrganizationView } from '@thongvon/api-contract';
import type { Actor } from '../domain/actor';
import { seesOrganization } from '../domain/visibility';
import { Organization } from '../persistence/organization.entity';
import { toOrganizationView } from '../persistence/organization-views';
import { problems } from './problems';

@Injectable()
export class FindOrganization {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws ORGANIZATION-UNKNOWN, also for one that the actor may not see. */
  async run(actor: Actor, id: string): Promise<OrganizationView> {
    const found = seesOrganization(actor, id)
      ? await this.dataSource.manager.findOneBy(Organization, { id })
      : null;
    if (!found) throw problems.organizationUnknown();
    return toOrganizationView(found);
  }
}
