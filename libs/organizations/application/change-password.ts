import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import { Audit, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import type { Account } from '../domain/register';
import { Session, UserAccount } from '../persistence/entities/organization';
import { forgetPasswordLink, isLinkGood, savePasswordLink, takePasswordLink } from '../persistence/user-rows';
import { FindUser } from './user-accounts';
import { problems } from './problems';
import { newToken, Passwords, SignInLimit, tokenHash } from './sessions';

/** Administrators set the password of others. */
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
      await forgetPasswordLink(manager, userId);
      await this.audit.record(manager, actor.userId, 'user.password-set', `user:${userId}`);
    });
  }
}

/** What a person gives to change their password. */
export interface OwnPasswordChange {
  readonly current: string;
  readonly password: string;
  /** The token of the session that asks; it goes on. */
  readonly token: string;
  /** The caller's network address. */
  readonly address: string;
}

/** People change their own password. */
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
  async run({ id, email }: Account, change: OwnPasswordChange): Promise<void> {
    const attempt = await this.limit.begin(email, change.address);
    const account = await this.dataSource.manager.findOneBy(UserAccount, { id });
    if (!(await this.passwords.match(account?.passwordHash, change.current))) throw problems.passwordWrong();
    await attempt.succeeded();
    const passwordHash = await this.passwords.hash(change.password);
    await this.dataSource.transaction(async (manager) => {
      await manager.update(UserAccount, { id }, { passwordHash });
      await manager.delete(Session, { userId: id, tokenHash: Not(tokenHash(change.token)) });
      await forgetPasswordLink(manager, id);
      await this.audit.record(manager, id, 'user.password-set', `user:${id}`, { by: 'person' });
    });
  }
}

/** A link by which a person sets a password, once. */
export interface PasswordLinkMade {
  /** The secret of the link; nothing keeps it. */
  readonly token: string;
  /** Until when it can be used, on the real clock. */
  readonly expiresAt: Date;
}

/** How long a link can be used, on the real clock: a weekend and a day. Milliseconds. */
const LINK_LASTS = 72 * 3_600_000;

/** Links by which people set a password themselves: whoever gives the link out never knows the password. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: FindUser,
    private readonly passwords: Passwords,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes the account's link; one made before is void. The present password goes on until the link is used. The token
   * can't be had again. Throws USER-UNKNOWN and USER-DISABLED.
   */
  issue(actor: Actor, userId: string): Promise<PasswordLinkMade> {
    return this.dataSource.transaction(async (manager) => {
      if ((await this.users.seen(actor, userId, manager)).disabled) throw problems.userDisabled();
      const token = newToken();
      const expiresAt = new Date(this.clock.realNow().getTime() + LINK_LASTS);
      await savePasswordLink(manager, { userId, tokenHash: tokenHash(token), expiresAt });
      await this.audit.record(manager, actor.userId, 'user.password-link', `user:${userId}`);
      return { token, expiresAt };
    });
  }

  /** Sets the password of the link's account, ends all its sessions and the link. Throws PASSWORD-LINK-INVALID. */
  async use(token: string, password: string): Promise<void> {
    // Hashing is costly on purpose: only for who has a link.
    const good = await isLinkGood(this.dataSource.manager, tokenHash(token), this.clock.realNow());
    if (!good) throw problems.passwordLinkInvalid();
    const passwordHash = await this.passwords.hash(password);
    await this.dataSource.transaction(async (manager) => {
      const userId = await takePasswordLink(manager, tokenHash(token));
      if (userId === undefined) throw problems.passwordLinkInvalid();
      await manager.update(UserAccount, { id: userId }, { passwordHash });
      await manager.delete(Session, { userId });
      await this.audit.record(manager, userId, 'user.password-set', `user:${userId}`, { by: 'link' });
    });
  }
}
