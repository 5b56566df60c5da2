import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CreateOrganizationRequest, OrganizationView } from '@thongvon/api-contract';
import { cleanText, matchKey } from '@thongvon/kernel';
import { Audit } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { mayRefer } from '../domain/visibility';
import { Organization } from '../persistence/organization.entity';
import { toOrganizationView } from '../persistence/organization-views';
import { OrganizationChecks } from './organization-checks';
import { problems } from './problems';
import { ReportingDuties } from './reporting-duties';

@Injectable()
export class CreateOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: OrganizationChecks,
    private readonly duties: ReportingDuties,
    private readonly audit: Audit,
  ) {}

  /** `actor` is null when the system itself founds one. Throws ORGANIZATION-… problems. */
  run(actor: Actor | null, request: CreateOrganizationRequest): Promise<OrganizationView> {
    return this.dataSource.transaction(async (manager) => {
      if (actor !== null && !mayRefer(actor, 'parentId', request.parentId ?? null))
        throw problems.organizationReferenceUnknown('parentId');
      const name = cleanText(request.name);
      const organization = manager.create(Organization, {
        id: randomUUID(),
        name,
        nameKey: matchKey(name),
        kind: request.kind,
        parentId: request.parentId ?? null,
        commune: request.commune ?? null,
        reports: request.reports ?? false,
        effectiveFrom: request.effectiveFrom,
        effectiveTo: null,
        successorId: null,
      });
      await this.checks.assertSound(manager, organization);
      await this.checks.save(manager, organization);
      if (organization.reports) {
        // Weeks that are frozen didn't know of it: it owes from the first day after them.
        const first = await this.duties.firstDay(manager);
        const from = first !== undefined && request.effectiveFrom < first ? first : request.effectiveFrom;
        await this.duties.record(manager, organization.id, ['disbursement'], from);
      }
      const view = toOrganizationView(organization);
      const { id, ...details } = view;
      await this.audit.record(
        manager,
        actor?.userId ?? null,
        'organization.created',
        `organization:${id}`,
        details,
      );
      return view;
    });
  }
}
