import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '@thongvon/platform';
import { Organization } from '../persistence/organization.entity';
import { OrganizationTree } from './organization-tree';
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
