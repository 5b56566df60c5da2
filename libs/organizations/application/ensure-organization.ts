import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { CreateOrganizationRequest, OrganizationView } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';
import { Organization } from '../persistence/organization.entity';
import { toOrganizationView } from '../persistence/organization-views';
import { CreateOrganization } from './create-organization';

@Injectable()
export class EnsureOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createOrganization: CreateOrganization,
  ) {}

  /** The existing organisation of that name as it is, or a new one. For the demo data and the first administrator. */
  async run(wanted: CreateOrganizationRequest): Promise<OrganizationView> {
    const found = await this.dataSource.manager.findOneBy(Organization, {
      nameKey: matchKey(wanted.name),
      effectiveTo: IsNull(),
    });
    return found ? toOrganizationView(found) : this.createOrganization.run(null, wanted);
  }
}
