import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, Repository } from 'typeorm';
import type { ChangeUserRequest, CreateUserRequest, UserView } from '@thongvon/api-contract';
import { businessDate, cleanText, matchKey } from '@thongvon/kernel';
import { Audit, isUniqueViolation, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { seesOrganization } from '../domain/visibility';
import { Organization } from '../persistence/entities/organization';
import { Session, UserAccount } from '../persistence/entities/user-account';
import { countAdministrators, lockAccounts, normalEmail } from '../persistence/user-rows';
import { EnsureOrganization } from './keep-organizations';
import { FindUser } from './find-users';
import { problems } from './problems';
import { newToken, Passwords } from './secrets';

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
  async run(actor: Actor | null, request: CreateUserRequest): Promise<UserView> {
    const { role, organizationId } = request;
    const name = cleanText(request.name);
    const id = randomUUID();
    const passwordHash = await this.passwords.hash(request.password ?? newToken());
    return this.dataSource.transaction(async (manager) => {
      const seen = actor === null || seesOrganization(actor, organizationId);
      if (!seen || !(await manager.existsBy(Organization, { id: organizationId })))
        throw problems.organizationReferenceUnknown('organizationId');
      const account = {
        id,
        email: normalEmail(request.email),
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

@Injectable()
export class ChangeUser {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findUser: FindUser,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes what `request` names; disabling ends the account's sessions. Throws USER-UNKNOWN, USER-LAST-ADMINISTRATOR
   * and ORGANIZATION-REFERENCE-UNKNOWN.
   */
  run(actor: Actor, id: string, request: ChangeUserRequest): Promise<UserView> {
    return this.dataSource.transaction(async (manager) => {
      // One change at a time: the last two administrators could else disable each other.
      await lockAccounts(manager);
      const account = await manager.findOneBy(UserAccount, { id });
      if (!account || !seesOrganization(actor, account.organizationId)) throw problems.userUnknown();
      const { organizationId } = request;
      if (organizationId !== undefined && !seesOrganization(actor, organizationId))
        throw problems.organizationReferenceUnknown('organizationId');
      const before = await countAdministrators(manager);
      await this.apply(manager, account, request);
      await manager.save(account);
      const after = await countAdministrators(manager);
      if (after.all === 0 || (after.atTop === 0 && before.atTop > 0)) throw problems.lastAdministrator();
      if (account.disabledAt) await manager.delete(Session, { userId: id });
      // The trail holds no personal data, so not the new name.
      const { name: _, ...details } = request;
      await this.audit.record(manager, actor.userId, 'user.changed', `user:${id}`, details);
      return this.findUser.run(id, manager);
    });
  }

  private async apply(
    manager: EntityManager,
    account: UserAccount,
    { name, role, organizationId, disabled }: ChangeUserRequest,
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

@Injectable()
export class EnsureUser {
  constructor(
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    private readonly createUser: CreateUser,
    private readonly findUser: FindUser,
  ) {}

  /** The existing account of that address, its password as it is, or a new one. For the demo data. */
  async run(wanted: CreateUserRequest): Promise<{ user: UserView; created: boolean }> {
    const email = normalEmail(wanted.email);
    const found = await this.accounts.findOneBy({ email });
    return found
      ? { user: await this.findUser.run(found.id), created: false }
      : { user: await this.createUser.run(null, wanted), created: true };
  }
}

/** Where the first administrator belongs when no office is named; can be renamed once signed in. */
const DEFAULT_ORGANIZATION = 'Quản trị hệ thống';

export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Name of the office; founded today as a people's committee when there is none of that name. */
  readonly organization?: string | undefined;
  /** Also when there is an administrator already: the way back in for an office that lost its passwords. */
  readonly force?: boolean | undefined;
}

@Injectable()
export class CreateFirstAdmin {
  constructor(
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    private readonly createUser: CreateUser,
    private readonly ensureOrganization: EnsureOrganization,
    private readonly clock: SystemClock,
  ) {}

  /** Throws ADMINISTRATOR-EXISTS and USER-EMAIL-TAKEN. */
  async run({ email, name, password, organization, force = false }: FirstAdmin): Promise<UserView> {
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
