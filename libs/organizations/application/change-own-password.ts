import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { Audit } from '@thongvon/platform';
import { Session } from '../persistence/session.entity';
import { UserAccount } from '../persistence/user-account.entity';
import { Passwords } from './passwords';
import { problems } from './problems';
import { tokenHash } from './session-token';
import { SignInLimit } from './sign-in-limit';

/** What a person gives to change their password. */
export interface OwnPasswordChange {
  readonly current: string;
  readonly password: string;
  /** The token of the session that asks; it goes on. */
  readonly token: string;
  /** The caller's network address. */
  readonly address: string;
}

@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limit: SignInLimit,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes the person's own password and ends all their other sessions. A wrong present one counts as a failed
   * sign-in: an unlocked computer is no place to guess from. Throws PASSWORD-WRONG and SIGN-IN-LIMIT.
   */
  async run({ id, email }: UserView, change: OwnPasswordChange): Promise<void> {
    const attempt = await this.limit.begin(email, change.address);
    const account = await this.dataSource.manager.findOneBy(UserAccount, { id });
    if (!(await this.passwords.match(account?.passwordHash, change.current))) throw problems.passwordWrong();
    await attempt.succeeded();
    const passwordHash = await this.passwords.hash(change.password);
    await this.dataSource.transaction(async (manager) => {
      await manager.update(UserAccount, { id }, { passwordHash });
      await manager.delete(Session, { userId: id, tokenHash: Not(tokenHash(change.token)) });
      await manager.query('DELETE FROM organizations.password_link WHERE user_id = $1', [id]);
      await this.audit.record(manager, id, 'user.password-set', `user:${id}`, { by: 'person' });
    });
  }
}
