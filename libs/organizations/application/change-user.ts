import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChangeUserRequest, UserView } from '@thongvon/api-contract';
import { cleanText, matchKey } from '@thongvon/kernel';
import { Audit, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { seesOrganization } from '../domain/visibility';
import { Organization } from '../persistence/organization.entity';
import { Session } from '../persistence/session.entity';
import { UserAccount } from '../persistence/user-account.entity';
import { FindUser } from './find-user';
import { problems } from './problems';

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
      await manager.query('LOCK TABLE organizations.user_account IN SHARE ROW EXCLUSIVE MODE');
      const account = await manager.findOneBy(UserAccount, { id });
      if (!account || !seesOrganization(actor, account.organizationId)) throw problems.userUnknown();
      const { organizationId } = request;
      if (organizationId !== undefined && !seesOrganization(actor, organizationId))
        throw problems.organizationReferenceUnknown('organizationId');
      const before = await administrators(manager);
      await this.apply(manager, account, request);
      await manager.save(account);
      const after = await administrators(manager);
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

/** How many can sign in, and how many of them keep the whole installation. */
async function administrators(manager: EntityManager): Promise<{ all: number; atTop: number }> {
  const [count] = await manager.query<{ all: number; atTop: number }[]>(
    `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE o.parent_id IS NULL))::int AS "atTop"
     FROM organizations.user_account u JOIN organizations.organization o ON o.id = u.organization_id
     WHERE u.role = 'administrator' AND u.disabled_at IS NULL`,
  );
  return count ?? { all: 0, atTop: 0 };
}
