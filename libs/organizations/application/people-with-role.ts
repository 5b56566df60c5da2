import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../domain/actor';

export interface PersonWithRole {
  readonly id: string;
  readonly name: string;
  readonly organization: string;
}

/** Who has a role over an office. */
@Injectable()
export class PeopleWithRole {
  constructor(private readonly dataSource: DataSource) {}

  /** People with an account in use and one of these roles, in the office or one above it; by name. */
  async over(
    organizationId: string,
    roles: readonly Role[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PersonWithRole[]> {
    return manager.query<PersonWithRole[]>(
      `WITH RECURSIVE above AS (
         SELECT id, name, parent_id FROM organizations.organization WHERE id = $1
         UNION
         SELECT parent.id, parent.name, parent.parent_id FROM organizations.organization parent JOIN above ON parent.id = above.parent_id
       )
       SELECT u.id, u.name, above.name AS organization FROM organizations.user_account u JOIN above ON above.id = u.organization_id
       WHERE u.role = ANY($2) AND u.disabled_at IS NULL
       ORDER BY u.name, u.id`,
      [organizationId, roles],
    );
  }
}
