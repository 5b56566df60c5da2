import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, Repository } from 'typeorm';
import { businessDate, cleanText, matchKey } from '@thongvon/kernel';
import {
  Audit,
  isUniqueViolation,
  listPage,
  type ListPage,
  SystemClock,
  type WantedPage,
} from '@thongvon/platform';
import { type Actor, type Role, seesOrganization, visibleOrganizations } from '../domain/actor';
import type { Account, AccountChange, AccountFilter, NewAccount } from '../domain/register';
import { Organization, Session, UserAccount } from '../persistence/entities/organization';
import {
  accountList,
  addressesOf,
  countAdministrators,
  findAccount,
  lockAccounts,
  normalEmail,
  peopleOver,
  type PersonWithRole,
} from '../persistence/user-rows';
import { EnsureOrganization } from './keep-organizations';
import { problems } from './problems';
import { newToken, Passwords } from './sessions';

/** Finds one account. */
@Injectable()
export class FindUser {
  constructor(private readonly dataSource: DataSource) {}

  /** The account as an administrator may see it. Throws USER-UNKNOWN, also for one of an organisation out of sight. */
  async seen(actor: Actor, id: string, manager: EntityManager = this.dataSource.manager): Promise<Account> {
    const user = await this.run(id, manager);
    if (!seesOrganization(actor, user.organizationId)) throw problems.userUnknown();
    return user;
  }

  /** Throws USER-UNKNOWN. */
  async run(id: string, manager: EntityManager = this.dataSource.manager): Promise<Account> {
    const user = await findAccount(manager, id);
    if (!user) throw problems.userUnknown();
    return user;
  }
}

/** Lists accounts for administrators. */
@Injectable()
export class ListUsers {
  constructor(private readonly dataSource: DataSource) {}

  /** Accounts that the administrator sees, disabled ones too, by name. For administrators only: it shows addresses. */
  run(actor: Actor, asked: AccountFilter & WantedPage): Promise<ListPage<Account>> {
    return listPage<Account>(this.dataSource.manager, accountList(actor, asked), asked);
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
  ): Promise<readonly PersonWithRole[]> {
    return (await this.overEach([organizationId], roles, manager)).get(organizationId) ?? [];
  }

  /** The same over each of these offices, by the office's id. */
  overEach(
    organizationIds: readonly string[],
    roles: readonly Role[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly PersonWithRole[]>> {
    return peopleOver(manager, organizationIds, roles);
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

/** Makes accounts. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly findUser: FindUser,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * `actor` is null when the system itself makes the account. Without a password nobody can sign in until the person
   * sets one by a link. Throws USER-EMAIL-TAKEN and ORGANIZATION-REFERENCE-UNKNOWN.
   */
  async run(actor: Actor | null, wanted: NewAccount): Promise<Account> {
    const { role, organizationId } = wanted;
    const name = cleanText(wanted.name);
    const id = randomUUID();
    const passwordHash = await this.passwords.hash(wanted.password ?? newToken());
    return this.dataSource.transaction(async (manager) => {
      const seen = actor === null || seesOrganization(actor, organizationId);
      if (!seen || !(await manager.existsBy(Organization, { id: organizationId })))
        throw problems.organizationReferenceUnknown('organizationId');
      const account = {
        id,
        email: normalEmail(wanted.email),
        name,
        nameKey: matchKey(name),
        role,
        organizationId,
        passwordHash,
        disabledAt: null,
        createdAt: this.clock.realNow(),
      };
      await manager.insert(UserAccount, account).catch((error: unknown) => {
        throw isUniqueViolation(error, 'user_account_email') ? problems.userEmailTaken() : error;
      });
      const details = { role, organizationId };
      await this.audit.record(manager, actor?.userId ?? null, 'user.created', `user:${id}`, details);
      return this.findUser.run(id, manager);
    });
  }
}

/** Changes accounts, and disables them. */
@Injectable()
export class ChangeUser {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findUser: FindUser,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes what `change` names; disabling ends the account's sessions. Throws USER-UNKNOWN, USER-LAST-ADMINISTRATOR
   * and ORGANIZATION-REFERENCE-UNKNOWN.
   */
  run(actor: Actor, id: string, change: AccountChange): Promise<Account> {
    return this.dataSource.transaction(async (manager) => {
      // One change at a time: the last two administrators could else disable each other.
      await lockAccounts(manager);
      const account = await manager.findOneBy(UserAccount, { id });
      if (!account || !seesOrganization(actor, account.organizationId)) throw problems.userUnknown();
      const { organizationId } = change;
      if (organizationId !== undefined && !seesOrganization(actor, organizationId))
        throw problems.organizationReferenceUnknown('organizationId');
      const before = await countAdministrators(manager);
      await this.apply(manager, account, change);
      await manager.save(account);
      const after = await countAdministrators(manager);
      if (after.all === 0 || (after.atTop === 0 && before.atTop > 0)) throw problems.lastAdministrator();
      if (account.disabledAt) await manager.delete(Session, { userId: id });
      // The trail holds no personal data, so not the new name.
      const { name: _, ...details } = change;
      await this.audit.record(manager, actor.userId, 'user.changed', `user:${id}`, details);
      return this.findUser.run(id, manager);
    });
  }

  private async apply(
    manager: EntityManager,
    account: UserAccount,
    { name, role, organizationId, disabled }: AccountChange,
  ): Promise<void> {
    if (name !== undefined) {
      account.name = cleanText(name);
      account.nameKey = matchKey(name);
    }
    if (role !== undefined) account.role = role;
    if (organizationId !== undefined) {
      if (!(await manager.existsBy(Organization, { id: organizationId })))
        throw problems.organizationReferenceUnknown('organizationId');
      account.organizationId = organizationId;
    }
    if (disabled !== undefined) {
      account.disabledAt = disabled ? (account.disabledAt ?? this.clock.realNow()) : null;
    }
  }
}

/** Finds an account by its address, or makes it. */
@Injectable()
export class EnsureUser {
  constructor(
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    private readonly createUser: CreateUser,
    private readonly findUser: FindUser,
  ) {}

  /** The existing account of that address, its password as it is, or a new one. For the demo data. */
  async run(wanted: NewAccount): Promise<{ user: Account; created: boolean }> {
    const email = normalEmail(wanted.email);
    const found = await this.accounts.findOneBy({ email });
    return found
      ? { user: await this.findUser.run(found.id), created: false }
      : { user: await this.createUser.run(null, wanted), created: true };
  }
}

/** Where the first administrator belongs when no office is named; can be renamed once signed in. */
const DEFAULT_ORGANIZATION = 'Quản trị hệ thống';

/** The first administrator, who can then sign in and make the other accounts. */
export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Name of the office; founded today as a people's committee when there is none of that name. */
  readonly organization?: string | undefined;
  /** Also when there is an administrator already: the way back in for an office that lost its passwords. */
  readonly force?: boolean | undefined;
}

/** Makes the account with which an installation begins. */
@Injectable()
export class CreateFirstAdmin {
  constructor(
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    private readonly createUser: CreateUser,
    private readonly ensureOrganization: EnsureOrganization,
    private readonly clock: SystemClock,
  ) {}

  /** Throws ADMINISTRATOR-EXISTS and USER-EMAIL-TAKEN. */
  async run({ email, name, password, organization, force = false }: FirstAdmin): Promise<Account> {
    const exists = await this.accounts.existsBy({ role: 'administrator', disabledAt: IsNull() });
    if (exists && !force) throw problems.administratorExists();
    const { id: organizationId } = await this.ensureOrganization.run({
      name: organization ?? DEFAULT_ORGANIZATION,
      kind: 'peoples-committee',
      effectiveFrom: businessDate(this.clock.now()),
    });
    return this.createUser.run(null, { email, name, password, role: 'administrator', organizationId });
  }
}
