import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { Session } from '../persistence/session.entity';
import { UserAccount } from '../persistence/user-account.entity';
import { FindUser } from './find-user';
import { Passwords } from './passwords';
import { problems } from './problems';

@Injectable()
export class SetPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: FindUser,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Sets the account's password and ends all its sessions, so that whoever knew the old one is out. Throws USER-UNKNOWN. */
  async run(actor: Actor, userId: string, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.dataSource.transaction(async (manager) => {
      await this.users.seen(actor, userId, manager);
      const { affected } = await manager.update(UserAccount, { id: userId }, { passwordHash });
      if (affected !== 1) throw problems.userUnknown();
      await manager.delete(Session, { userId });
      await manager.query('DELETE FROM organizations.password_link WHERE user_id = $1', [userId]);
      await this.audit.record(manager, actor.userId, 'user.password-set', `user:${userId}`);
    });
  }
}
