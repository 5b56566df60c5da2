import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CreateUserRequest, UserView } from '@thongvon/api-contract';
import { cleanText, matchKey } from '@thongvon/kernel';
import { Audit, isUniqueViolation, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { seesOrganization } from '../domain/visibility';
import { normalEmail } from '../domain/email';
import { Organization } from '../persistence/organization.entity';
import { UserAccount } from '../persistence/user-account.entity';
import { FindUser } from './find-user';
import { Passwords } from './passwords';
import { problems } from './problems';
import { newToken } from './session-token';

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
