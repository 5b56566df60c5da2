import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { Audit, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { Session } from '../persistence/entities/user-account';
import { OrganizationTree } from '../persistence/organization-tree';
import { accountOf, forgetOverSessions, sessionHolder } from '../persistence/sign-in-rows';
import { normalEmail } from '../persistence/user-rows';
import { problems } from './problems';
import { newToken, Passwords, tokenHash } from './secrets';
import { SignInLimit } from './sign-in-limit';

/** How long a session lasts, on the real clock: a working day. Milliseconds. */
export const SESSION_LASTS = 12 * 3_600_000;

/** A session just opened; the token is known to nobody else and can't be had again. */
export interface OpenedSession {
  readonly token: string;
  readonly csrfToken: string;
  readonly user: UserView;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limit: SignInLimit,
    private readonly passwords: Passwords,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * Opens a session. `address` is the network address of the caller. Throws SIGN-IN-REFUSED, the same for a wrong
   * password, an unknown and a disabled account, and SIGN-IN-LIMIT.
   */
  async run(email: string, password: string, address: string): Promise<OpenedSession> {
    const known = normalEmail(email);
    const attempt = await this.limit.begin(known, address);
    const account = await accountOf(this.dataSource.manager, known);
    const matches = await this.passwords.match(account?.passwordHash, password);
    if (!account || !matches || account.user.disabled) throw problems.signInRefused();
    await attempt.succeeded();
    return this.dataSource.transaction((manager) => this.open(manager, account.user));
  }

  private async open(manager: EntityManager, user: UserView): Promise<OpenedSession> {
    const now = this.clock.realNow();
    const token = newToken();
    const csrfToken = newToken();
    await forgetOverSessions(manager, now);
    await manager.insert(Session, {
      tokenHash: tokenHash(token),
      csrfToken,
      userId: user.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LASTS),
    });
    await this.audit.record(manager, user.id, 'session.opened', `user:${user.id}`);
    return { token, csrfToken, user };
  }
}

/** The person behind a session's cookie. */
export interface SignedIn {
  readonly actor: Actor;
  readonly user: UserView;
  readonly csrfToken: string;
}

@Injectable()
export class ResolveSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: OrganizationTree,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Who holds `token`; undefined when the session is unknown or over or its account disabled. Asked anew for every
   * request, so that a changed role, scope or account counts at once.
   */
  async run(token: string): Promise<SignedIn | undefined> {
    const holder = await sessionHolder(this.dataSource.manager, tokenHash(token), this.clock.realNow());
    if (!holder) return undefined;
    const { user, csrfToken, atTop } = holder;
    const { id: userId, role, organizationId } = user;
    const scope = await this.organizations.idsBelow(organizationId);
    return { actor: { userId, role, organizationId, scope, atTop }, user, csrfToken };
  }
}

@Injectable()
export class SignOut {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
  ) {}

  /** Ends the session of `token`; nothing happens when it is over already. */
  run(token: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const session = await manager.findOneBy(Session, { tokenHash: tokenHash(token) });
      if (!session) return;
      await manager.delete(Session, { tokenHash: session.tokenHash });
      await this.audit.record(manager, session.userId, 'session.closed', `user:${session.userId}`);
    });
  }
}
