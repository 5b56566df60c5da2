import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { Audit, SystemClock } from '@thongvon/platform';
import { normalEmail } from '../domain/email';
import { Session } from '../persistence/session.entity';
import { toUserView, USER_VIEW } from '../persistence/user-views';
import { Passwords } from './passwords';
import { problems } from './problems';
import { newToken, tokenHash } from './session-token';
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
    const account = await this.find(known);
    const matches = await this.passwords.match(account?.passwordHash, password);
    if (!account || !matches || account.disabled) throw problems.signInRefused();
    await attempt.succeeded();
    return this.dataSource.transaction((manager) => this.open(manager, toUserView(account)));
  }

  private async find(email: string): Promise<(UserView & { passwordHash: string }) | undefined> {
    const [account] = await this.dataSource.query<(UserView & { passwordHash: string })[]>(
      `SELECT ${USER_VIEW.columns}, u.password_hash AS "passwordHash" FROM ${USER_VIEW.from} WHERE u.email = $1`,
      [email],
    );
    return account;
  }

  private async open(manager: EntityManager, user: UserView): Promise<OpenedSession> {
    const now = this.clock.realNow();
    const token = newToken();
    const csrfToken = newToken();
    await manager.query(`DELETE FROM organizations.session WHERE expires_at <= $1`, [now]);
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
