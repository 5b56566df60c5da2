import { type EntityManager, LessThanOrEqual } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { PasswordLink, Session } from './entities/user-account';
import { toUserView, USER_VIEW } from './user-rows';

/** What a password is held against. */
export interface KnownAccount {
  readonly user: UserView;
  /** Argon2id. */
  readonly passwordHash: string;
}

/** The account of an address, disabled ones too; undefined: there is none. `email` in lower case. */
export async function accountOf(manager: EntityManager, email: string): Promise<KnownAccount | undefined> {
  const [row] = await manager.query<(UserView & { passwordHash: string })[]>(
    `SELECT ${USER_VIEW.columns}, u.password_hash AS "passwordHash" FROM ${USER_VIEW.from} WHERE u.email = $1`,
    [email],
  );
  return row && { user: toUserView(row), passwordHash: row.passwordHash };
}

/** Who holds a session. */
export interface SessionHolder {
  readonly user: UserView;
  readonly csrfToken: string;
  /** Whether the person's organisation has none above it. */
  readonly atTop: boolean;
}

/** Undefined when the session is unknown or, at `now` of the real clock, over, or its account disabled. */
export async function sessionHolder(
  manager: EntityManager,
  tokenHash: string,
  now: Date,
): Promise<SessionHolder | undefined> {
  const [row] = await manager.query<(UserView & { csrfToken: string; atTop: boolean })[]>(
    `SELECT ${USER_VIEW.columns}, s.csrf_token AS "csrfToken",
       (SELECT parent_id IS NULL FROM organizations.organization WHERE id = u.organization_id) AS "atTop"
     FROM ${USER_VIEW.from} JOIN organizations.session s ON s.user_id = u.id
     WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    [tokenHash, now],
  );
  return row && { user: toUserView(row), csrfToken: row.csrfToken, atTop: row.atTop };
}

/** Deletes everybody's sessions that are over at `now` of the real clock. */
export async function forgetOverSessions(manager: EntityManager, now: Date): Promise<void> {
  await manager.delete(Session, { expiresAt: LessThanOrEqual(now) });
}

/** Keeps the account's link for setting a password, in the place of one made before. */
export async function savePasswordLink(manager: EntityManager, link: PasswordLink): Promise<void> {
  await manager.upsert(PasswordLink, link, ['userId']);
}

/** Whether there is such a link that can be used at `now` of the real clock, of an account in use. */
export async function isLinkGood(manager: EntityManager, tokenHash: string, now: Date): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM organizations.password_link l JOIN organizations.user_account u ON u.id = l.user_id
     WHERE l.token_hash = $1 AND l.expires_at > $2 AND u.disabled_at IS NULL`,
    [tokenHash, now],
  );
  return found.length > 0;
}

/** Ends the link and says whose it was; undefined: somebody else was first. */
export async function takePasswordLink(
  manager: EntityManager,
  tokenHash: string,
): Promise<string | undefined> {
  const [links] = await manager.query<[{ userId: string }[], number]>(
    'DELETE FROM organizations.password_link WHERE token_hash = $1 RETURNING user_id AS "userId"',
    [tokenHash],
  );
  return links[0]?.userId;
}

/** Ends the account's link, if there is one. */
export async function forgetPasswordLink(manager: EntityManager, userId: string): Promise<void> {
  await manager.delete(PasswordLink, { userId });
}
