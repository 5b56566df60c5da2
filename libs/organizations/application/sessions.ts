import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { hash, verify } from '@node-rs/argon2';
import { Audit, prepared, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import type { Account } from '../domain/register';
import { Session } from '../persistence/entities/organization';
import { accountOf, forgetOverSessions, normalEmail, sessionHolder } from '../persistence/user-rows';
import { problems } from './problems';

/** Hashes and compares passwords with Argon2id at the library's defaults, which are OWASP's: 19 MiB, two passes. */
@Injectable()
export class Passwords {
  private readonly nobody = hash('no account has this password');

  hash(password: string): Promise<string> {
    return hash(password);
  }

  /**
   * Whether `password` made `passwordHash`. Without a hash (no such account) it works as long and says no, so that the
   * time of an answer doesn't tell which addresses have accounts.
   */
  async match(passwordHash: string | undefined, password: string): Promise<boolean> {
    const same = await verify(passwordHash ?? (await this.nobody), password);
    return same && passwordHash !== undefined;
  }
}

/** For how long a failure counts, in seconds. */
const WINDOW = 15 * 60;
const FAILURES_OF_A_PAIR = 10;
const FAILURES_OF_AN_ADDRESS = 100;

/** One attempt that has been let through. */
interface SignInAttempt {
  /** Takes back that it counted as a failure. */
  succeeded(): Promise<void>;
}

/**
 * Slows down guessing: 10 failures in 15 minutes (real clock) for an account from one address, 100 for an address.
 * Others are not kept out: neither the owner of the account elsewhere nor colleagues behind the same address.
 */
@Injectable()
export class SignInLimit {
  private readonly pairs: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        schemaName: 'organizations',
        tableName: 'sign_in_limit',
        tableCreated: true,
        keyPrefix,
        points,
        duration: WINDOW,
      });
    this.pairs = limiter('pair', FAILURES_OF_A_PAIR);
    this.addresses = limiter('address', FAILURES_OF_AN_ADDRESS);
  }

  /** Throws SIGN-IN-LIMIT when the address has used up its failures, whatever it would send; counts nothing. */
  async refuseAddress(address: string): Promise<void> {
    const used = await this.addresses.get(digest(address));
    if (used && used.remainingPoints <= 0) throw tooMany(used);
  }

  /**
   * Counts the attempt as failed before the password is looked at, so that guesses sent all at once are counted too.
   * Throws the problem SIGN-IN-LIMIT. An attempt that the pair's limit stops doesn't weigh on the address.
   */
  async begin(email: string, address: string): Promise<SignInAttempt> {
    // The table is to hold neither e-mail addresses nor network addresses.
    const pair = digest(`${email} ${address}`);
    const place = digest(address);
    await consume(this.pairs, pair);
    await consume(this.addresses, place);
    return {
      succeeded: async () => {
        await this.pairs.delete(pair);
        await this.addresses.reward(place);
      },
    };
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.consume(key).catch((reason: unknown) => {
    throw reason instanceof RateLimiterRes ? tooMany(reason) : reason;
  });
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) => problems.tooManySignIns(Math.ceil(msBeforeNext / 1000));

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** How long a session lasts, on the real clock: a working day. Milliseconds. */
export const SESSION_LASTS = 12 * 3_600_000;

/** A session just opened; the token is known to nobody else and can't be had again. */
export interface OpenedSession {
  readonly token: string;
  readonly csrfToken: string;
  readonly user: Account;
}

/** Opens sessions. */
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

  private async open(manager: EntityManager, user: Account): Promise<OpenedSession> {
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
  readonly user: Account;
  readonly csrfToken: string;
}

/** Says who holds a session. */
@Injectable()
export class ResolveSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Who holds `token`; undefined when the session is unknown or over or its account disabled. Asked anew for every
   * request, so that a changed role, scope or account counts at once.
   */
  async run(token: string): Promise<SignedIn | undefined> {
    const holder = await sessionHolder(
      prepared(this.dataSource.manager),
      tokenHash(token),
      this.clock.realNow(),
    );
    if (!holder) return undefined;
    const { user, csrfToken, atTop, scope } = holder;
    const { id: userId, role, organizationId } = user;
    return { actor: { userId, role, organizationId, scope, atTop }, user, csrfToken };
  }
}

/** Ends sessions. */
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

const BYTES = 32;

/** A secret that can't be guessed, as text for a cookie or header. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What the database keeps of a session's token: whoever reads the table can't sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
