import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ListOf, UserListQuery, UserView } from '@thongvon/api-contract';
import { Conditions, listPage } from '@thongvon/platform';
import type { Actor, Role } from '../domain/actor';
import { seesOrganization, visibleOrganizations } from '../domain/visibility';
import { USER_VIEW } from '../persistence/user-account.entity';
import { problems } from './problems';

@Injectable()
export class FindUser {
  constructor(private readonly dataSource: DataSource) {}

  /** The account as an administrator may see it. Throws USER-UNKNOWN, also for one of an organisation out of sight. */
  async seen(actor: Actor, id: string, manager: EntityManager = this.dataSource.manager): Promise<UserView> {
    const user = await this.run(id, manager);
    if (!seesOrganization(actor, user.organizationId)) throw problems.userUnknown();
    return user;
  }

  /** Throws USER-UNKNOWN. */
  async run(id: string, manager: EntityManager = this.dataSource.manager): Promise<UserView> {
    const [user] = await manager.query<UserView[]>(
      `SELECT ${USER_VIEW.columns} FROM ${USER_VIEW.from} WHERE u.id = $1`,
      [id],
    );
    if (!user) throw problems.userUnknown();
    return user;
  }
}

@Injectable()
export class ListUsers {
  constructor(private readonly dataSource: DataSource) {}

  /** Accounts that the administrator sees, disabled ones too, by name. For administrators only: it shows addresses. */
  run(actor: Actor, query: UserListQuery): Promise<ListOf<UserView>> {
    const where = new Conditions().matching('u.name_key', query.q);
    const visible = visibleOrganizations(actor);
    if (visible) where.and((ids) => `u.organization_id = ANY(${ids}::uuid[])`, visible);
    if (query.organizationId !== undefined)
      where.and((id) => `u.organization_id = ${id}::uuid`, query.organizationId);
    const sort = [
      { sql: 'u.name_key', type: 'text' },
      { sql: 'u.id', type: 'uuid' },
    ] as const;
    return listPage<UserView>(this.dataSource.manager, { ...USER_VIEW, where, sort }, query);
  }

  /** The mail addresses of the accounts that the actor sees; undefined: of all, also those that are nobody's any more. */
  async addressesSeen(actor: Actor): Promise<readonly string[] | undefined> {
    const visible = visibleOrganizations(actor);
    if (!visible) return undefined;
    const rows = await this.dataSource.query<{ email: string }[]>(
      `SELECT email FROM organizations.user_account WHERE organization_id = ANY($1)`,
      [visible],
    );
    return rows.map(({ email }) => email);
  }
}

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
