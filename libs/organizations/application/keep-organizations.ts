import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, Repository } from 'typeorm';
import type {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  OrganizationView,
} from '@thongvon/api-contract';
import { cleanText, matchKey, plainDate } from '@thongvon/kernel';
import { Audit, isUniqueViolation } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { keepsOrganization, mayRefer, seesOrganization } from '../domain/visibility';
import { Organization } from '../persistence/entities/organization';
import { lockTree, toOrganizationView } from '../persistence/organization-rows';
import { OrganizationTree } from '../persistence/organization-tree';
import { DutyRegister } from './duty-register';
import { problems } from './problems';

/** What must hold of an organisation whoever writes it. */
@Injectable()
export class OrganizationChecks {
  constructor(private readonly tree: OrganizationTree) {}

  /** Throws the problem of the first rule that `organization` breaks. */
  async assertSound(manager: EntityManager, organization: Organization): Promise<void> {
    const { id, parentId, effectiveFrom, effectiveTo, successorId } = organization;
    if (effectiveTo !== null && effectiveTo < effectiveFrom) throw problems.organizationPeriod();
    if (successorId !== null && (effectiveTo === null || successorId === id))
      throw problems.organizationSuccessor();
    for (const [field, reference] of [
      ['parentId', parentId],
      ['successorId', successorId],
    ] as const) {
      if (reference !== null && !(await manager.existsBy(Organization, { id: reference })))
        throw problems.organizationReferenceUnknown(field);
    }
    if (parentId !== null && (await this.tree.idsBelow(id, manager)).includes(parentId))
      throw problems.organizationCircle();
  }

  /** Saves it. Throws ORGANIZATION-NAME-TAKEN. */
  async save(manager: EntityManager, organization: Organization): Promise<Organization> {
    return manager.save(organization).catch((error: unknown) => {
      throw isUniqueViolation(error, 'organization_name') ? problems.organizationNameTaken() : error;
    });
  }
}

@Injectable()
export class CreateOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: OrganizationChecks,
    private readonly duties: DutyRegister,
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
      if (organization.reports)
        await this.duties.keeper.begin(manager, organization.id, plainDate(organization.effectiveFrom));
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

@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: OrganizationChecks,
    private readonly duties: DutyRegister,
    private readonly audit: Audit,
  ) {}

  /** Changes what `request` names; ending it keeps it and all its data. Throws ORGANIZATION-… problems. */
  run(actor: Actor, id: string, request: ChangeOrganizationRequest): Promise<OrganizationView> {
    return this.dataSource.transaction(async (manager) => {
      // One change to the tree at a time: two that are sound alone could close a circle together.
      await lockTree(manager);
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
        await this.duties.keeper.change(manager, id, organization.reports);
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

@Injectable()
export class EnsureOrganization {
  constructor(
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
    private readonly createOrganization: CreateOrganization,
  ) {}

  /** The existing organisation of that name as it is, or a new one. For the demo data and the first administrator. */
  async run(wanted: CreateOrganizationRequest): Promise<OrganizationView> {
    const found = await this.organizations.findOneBy({
      nameKey: matchKey(wanted.name),
      effectiveTo: IsNull(),
    });
    return found ? toOrganizationView(found) : this.createOrganization.run(null, wanted);
  }
}
