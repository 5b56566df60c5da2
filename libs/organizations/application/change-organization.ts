import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChangeOrganizationRequest, OrganizationView } from '@thongvon/api-contract';
import { cleanText, matchKey } from '@thongvon/kernel';
import { Audit } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { keepsOrganization, mayRefer, seesOrganization } from '../domain/visibility';
import { Organization } from '../persistence/organization.entity';
import { toOrganizationView } from '../persistence/organization-views';
import { OrganizationChecks } from './organization-checks';
import { problems } from './problems';
import { ReportingDuties } from './reporting-duties';

@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: OrganizationChecks,
    private readonly duties: ReportingDuties,
    private readonly audit: Audit,
  ) {}

  /** Changes what `request` names; ending it keeps it and all its data. Throws ORGANIZATION-… problems. */
  run(actor: Actor, id: string, request: ChangeOrganizationRequest): Promise<OrganizationView> {
    return this.dataSource.transaction(async (manager) => {
      // One change to the tree at a time: two that are sound alone could close a circle together.
      await manager.query('LOCK TABLE organizations.organization IN SHARE ROW EXCLUSIVE MODE');
      const organization = await manager.findOneBy(Organization, { id });
      if (!organization || !seesOrganization(actor, id)) throw problems.organizationUnknown();
      if (!keepsOrganization(actor, id)) throw problems.organizationNotBelow();
      for (const field of ['parentId', 'successorId'] as const) {
        const reference = request[field];
        if (
          reference !== undefined &&
          reference !== organization[field] &&
          !mayRefer(actor, field, reference)
        )
          throw problems.organizationReferenceUnknown(field);
      }
      const { reports } = organization;
      Object.assign(organization, request);
      organization.name = cleanText(organization.name);
      organization.nameKey = matchKey(organization.name);
      await this.checks.assertSound(manager, organization);
      await this.checks.save(manager, organization);
      if (organization.reports !== reports)
        await this.duties.record(manager, id, organization.reports ? ['disbursement'] : []);
      await this.audit.record(
        manager,
        actor.userId,
        'organization.changed',
        `organization:${id}`,
        Object.fromEntries(Object.entries(request)),
      );
      return toOrganizationView(organization);
    });
  }
}
