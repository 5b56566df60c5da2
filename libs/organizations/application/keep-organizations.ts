import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, Repository } from 'typeorm';
import { cleanText, matchKey, plainDate, type PlainDate } from '@thongvon/kernel';
import {
  Audit,
  type Entries,
  entryDecorator,
  isUniqueViolation,
  listPage,
  type ListPage,
  type WantedPage,
} from '@thongvon/platform';
import { type Actor, keepsOrganization, mayRefer, seesOrganization } from '../domain/actor';
import type {
  NewOrganization,
  OrganizationChange,
  OrganizationFilter,
  RegisteredOrganization,
} from '../domain/register';
import { Organization } from '../persistence/entities/organization';
import { lockTree, organizationList, OrganizationTree, registered } from '../persistence/organization-rows';
import { problems } from './problems';

/** Keeps what organisations owe, by day. Both write in the transaction that writes the organisation. */
export interface DutyKeeper {
  /** A new organisation owes the weekly disbursement return from this day on. */
  begin(manager: EntityManager, organizationId: string, from: PlainDate): Promise<void>;
  /** From today on it owes the weekly disbursement return, or nothing. */
  change(manager: EntityManager, organizationId: string, reports: boolean): Promise<void>;
}

/** On the one provider that keeps duties (in libs/reporting-duties): organisations know no other context. */
export const KeepsDuties = entryDecorator<DutyKeeper, 'weekly'>('keeper of duties', ['weekly']);

/** Who keeps duties in this process. */
export class DutyRegister {
  constructor(private readonly keepers: Entries<'weekly', DutyKeeper>) {}

  /** Fails where nobody keeps duties: an organisation that reports and owes nothing would be wrong in silence. */
  get keeper(): DutyKeeper {
    const keeper = this.keepers.get('weekly');
    if (!keeper) throw new Error('no context keeps reporting duties: import ReportingDutiesModule');
    return keeper;
  }
}

/** Learns, in the transaction that writes it, that an organisation was founded or changed: words may mean it now. */
export interface OfficeFollower {
  saved(manager: EntityManager): Promise<void>;
}

/** On whoever follows the register: organisations know no other context. */
export const FollowsOffices = entryDecorator<OfficeFollower>('follower of offices');

/** All who follow the register in this process. */
export class OfficeFollowers {
  constructor(private readonly followers: Entries<string, OfficeFollower>) {}

  async saved(manager: EntityManager): Promise<void> {
    for (const [, follower] of this.followers.all) await follower.saved(manager);
  }
}

/** What must hold of an organisation whoever writes it. */
@Injectable()
export class OrganizationChecks {
  constructor(
    private readonly tree: OrganizationTree,
    private readonly followers: OfficeFollowers,
  ) {}

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

  /** Saves it, and says so to who follows the register. Throws ORGANIZATION-NAME-TAKEN. */
  async save(manager: EntityManager, organization: Organization): Promise<Organization> {
    const saved = await manager.save(organization).catch((error: unknown) => {
      throw isUniqueViolation(error, 'organization_name') ? problems.organizationNameTaken() : error;
    });
    await this.followers.saved(manager);
    return saved;
  }
}

/** Founds organisations. */
@Injectable()
export class CreateOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: OrganizationChecks,
    private readonly duties: DutyRegister,
    private readonly audit: Audit,
  ) {}

  /** `actor` is null when the system itself founds one. Throws ORGANIZATION-… problems. */
  run(actor: Actor | null, founded: NewOrganization): Promise<RegisteredOrganization> {
    return this.dataSource.transaction(async (manager) => {
      if (actor !== null && !mayRefer(actor, 'parentId', founded.parentId ?? null))
        throw problems.organizationReferenceUnknown('parentId');
      const name = cleanText(founded.name);
      const organization = manager.create(Organization, {
        id: randomUUID(),
        name,
        nameKey: matchKey(name),
        kind: founded.kind,
        parentId: founded.parentId ?? null,
        commune: founded.commune ?? null,
        reports: founded.reports ?? false,
        effectiveFrom: plainDate(founded.effectiveFrom),
        effectiveTo: null,
        successorId: null,
      });
      await this.checks.assertSound(manager, organization);
      await this.checks.save(manager, organization);
      if (organization.reports)
        await this.duties.keeper.begin(manager, organization.id, organization.effectiveFrom);
      const created = registered(organization);
      const { id, ...details } = created;
      await this.audit.record(
        manager,
        actor?.userId ?? null,
        'organization.created',
        `organization:${id}`,
        details,
      );
      return created;
    });
  }
}

/** Changes organisations, and ends them. */
@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: OrganizationChecks,
    private readonly duties: DutyRegister,
    private readonly audit: Audit,
  ) {}

  /** Changes what `change` names; ending it keeps it and all its data. Throws ORGANIZATION-… problems. */
  run(actor: Actor, id: string, change: OrganizationChange): Promise<RegisteredOrganization> {
    return this.dataSource.transaction(async (manager) => {
      // One change to the tree at a time: two that are sound alone could close a circle together.
      await lockTree(manager);
      const organization = await manager.findOneBy(Organization, { id });
      if (!organization || !seesOrganization(actor, id)) throw problems.organizationUnknown();
      if (!keepsOrganization(actor, id)) throw problems.organizationNotBelow();
      for (const field of ['parentId', 'successorId'] as const) {
        const reference = change[field];
        if (
          reference !== undefined &&
          reference !== organization[field] &&
          !mayRefer(actor, field, reference)
        )
          throw problems.organizationReferenceUnknown(field);
      }
      const { reports } = organization;
      Object.assign(organization, change);
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
        Object.fromEntries(Object.entries(change)),
      );
      return registered(organization);
    });
  }
}

/** Finds an organisation by its name, or founds it. */
@Injectable()
export class EnsureOrganization {
  constructor(
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
    private readonly createOrganization: CreateOrganization,
  ) {}

  /** The existing organisation of that name as it is, or a new one. For the demo data and the first administrator. */
  async run(wanted: NewOrganization): Promise<RegisteredOrganization> {
    const found = await this.organizations.findOneBy({
      nameKey: matchKey(wanted.name),
      effectiveTo: IsNull(),
    });
    return found ? registered(found) : this.createOrganization.run(null, wanted);
  }
}

/** Finds one organisation for somebody. */
@Injectable()
export class FindOrganization {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws ORGANIZATION-UNKNOWN, also for one that the actor may not see. */
  async run(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RegisteredOrganization> {
    const found = seesOrganization(actor, id) ? await manager.findOneBy(Organization, { id }) : null;
    if (!found) throw problems.organizationUnknown();
    return registered(found);
  }

  /** One that the actor, as administrator, may change. Throws ORGANIZATION-UNKNOWN and ORGANIZATION-NOT-BELOW. */
  async kept(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RegisteredOrganization> {
    const found = await this.run(actor, id, manager);
    if (!keepsOrganization(actor, id)) throw problems.organizationNotBelow();
    return found;
  }
}

/** Lists the organisations that somebody sees. */
@Injectable()
export class ListOrganizations {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations that the actor sees, by name; with `asOf` only those that exist on that day. */
  run(actor: Actor, asked: OrganizationFilter & WantedPage): Promise<ListPage<RegisteredOrganization>> {
    return listPage<RegisteredOrganization>(this.dataSource.manager, organizationList(actor, asked), asked);
  }
}
