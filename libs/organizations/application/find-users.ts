import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ListOf, UserListQuery, UserView } from '@thongvon/api-contract';
import { listPage } from '@thongvon/platform';
import type { Actor, Role } from '../domain/actor';
import { seesOrganization, visibleOrganizations } from '../domain/visibility';
import { addressesOf, findUser, peopleOver, type PersonWithRole, userList } from '../persistence/user-rows';
import { UserAccount } from '../persistence/entities/user-account';
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
    const user = await findUser(manager, id);
    if (!user) throw problems.userUnknown();
    return user;
  }
}

@Injectable()
export class ListUsers {
  constructor(private readonly dataSource: DataSource) {}

  /** Accounts that the administrator sees, disabled ones too, by name. For administrators only: it shows addresses. */
  run(actor: Actor, query: UserListQuery): Promise<ListOf<UserView>> {
    return listPage<UserView>(this.dataSource.manager, userList(actor, query), query);
  }

  /** The mail addresses of the accounts that the actor sees; undefined: of all, also those that are nobody's any more. */
  async addressesSeen(actor: Actor): Promise<readonly string[] | undefined> {
    const visible = visibleOrganizations(actor);
    return visible && addressesOf(this.dataSource.manager, visible);
  }
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
    return peopleOver(manager, organizationId, roles);
  }
}

/** Whether anybody has an account yet; before that, nobody can sign in. */
@Injectable()
export class HasAccounts {
  constructor(private readonly dataSource: DataSource) {}

  execute(): Promise<boolean> {
    return this.dataSource.getRepository(UserAccount).exists();
  }
}
