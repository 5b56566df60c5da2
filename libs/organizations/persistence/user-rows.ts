import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { cleanText, groupBy } from '@thongvon/kernel';
import { Conditions, type ListSource } from '@thongvon/platform';
import { type Actor, type Role, visibleOrganizations } from '../domain/actor';
import type { Account, AccountFilter } from '../domain/register';
import { PasswordLink, Session } from './entities/organization';
import { idsBelowSql } from './organization-rows';

/** Columns and tables that make up an `Account`. */
const ACCOUNT = {
  columns: `u.id, u.email, u.name, u.role, u.organization_id AS "organizationId",
    o.name AS "organizationName", u.disabled_at IS NOT NULL AS disabled`,
  from: 'organizations.user_account u JOIN organizations.organization o ON o.id = u.organization_id',
} as const;

/** The account in a row of a query that selects more than it. */
function accountIn(row: Account): Account {
  const { id, email, name, role, organizationId, organizationName, disabled } = row;
  return { id, email, name, role, organizationId, organizationName, disabled };
}

/** The form in which addresses are kept and compared: two that differ in case or outer spaces are one. */
export function normalEmail(text: string): string {
  return cleanText(text).toLowerCase();
}

/** The account as others may see it; undefined: there is none of this id. */
export async function findAccount(manager: EntityManager, id: string): Promise<Account | undefined> {
  const [account] = await manager.query<Account[]>(
    `SELECT ${ACCOUNT.columns} FROM ${ACCOUNT.from} WHERE u.id = $1`,
    [id],
  );
  return account;
}

/** The accounts that the actor sees and the filter keeps, disabled ones too, by name: rows of an `Account`. */
export function accountList(actor: Actor, { q, organizationId }: AccountFilter): ListSource {
  const where = new Conditions().matching('u.name_key', q);
  const visible = visibleOrganizations(actor);
  if (visible) where.and((ids) => `u.organization_id = ANY(${ids}::uuid[])`, visible);
  if (organizationId !== undefined) where.and((id) => `u.organization_id = ${id}::uuid`, organizationId);
  return {
    ...ACCOUNT,
    where,
    sort: [
      { sql: 'u.name_key', type: 'text' },
      { sql: 'u.id', type: 'uuid' },
    ],
  };
}

/** The mail addresses of all accounts of these organisations, in no order. */
export async function addressesOf(
  manager: EntityManager,
  organizationIds: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ email: string }[]>(
    'SELECT email FROM organizations.user_account WHERE organization_id = ANY($1)',
    [organizationIds],
  );
  return rows.map(({ email }) => email);
}

/** A person who has one of the roles asked for. */
export interface PersonWithRole {
  readonly id: string;
  readonly name: string;
  /** The name of the person's own organisation. */
  readonly organization: string;
}

/** People with an account in use and one of these roles, in each of these organisations or one above it; by its id, by name. */
export async function peopleOver(
  manager: EntityManager,
  organizationIds: readonly string[],
  roles: readonly Role[],
): Promise<Map<string, PersonWithRole[]>> {
  const rows = await manager.query<(PersonWithRole & { over: string })[]>(
    `WITH RECURSIVE above AS (
       SELECT id AS over, id, name, parent_id FROM organizations.organization WHERE id = ANY($1)
       UNION
       SELECT above.over, parent.id, parent.name, parent.parent_id
       FROM organizations.organization parent JOIN above ON parent.id = above.parent_id
     )
     SELECT above.over, u.id, u.name, above.name AS organization
     FROM organizations.user_account u JOIN above ON above.id = u.organization_id
     WHERE u.role = ANY($2) AND u.disabled_at IS NULL
     ORDER BY u.name, u.id`,
    [organizationIds, roles],
  );
  return groupBy(rows, ({ over }) => over);
}

/** Administrators whose account is in use. */
export interface AdministratorCount {
  readonly all: number;
  /** Those of an organisation with none above it, who keep the whole installation. */
  readonly atTop: number;
}

/** How many there are now, as the transaction of `manager` sees them. */
export async function countAdministrators(manager: EntityManager): Promise<AdministratorCount> {
  const [count] = await manager.query<AdministratorCount[]>(
    `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE o.parent_id IS NULL))::int AS "atTop"
     FROM organizations.user_account u JOIN organizations.organization o ON o.id = u.organization_id
     WHERE u.role = 'administrator' AND u.disabled_at IS NULL`,
  );
  return count ?? { all: 0, atTop: 0 };
}

/** Lets one transaction at a time change accounts, until it ends: readers go on. */
export async function lockAccounts(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE organizations.user_account IN SHARE ROW EXCLUSIVE MODE');
}

/** What a password is held against. */
interface KnownAccount {
  readonly user: Account;
  /** Argon2id. */
  readonly passwordHash: string;
}

/** The account of an address, disabled ones too; undefined: there is none. `email` in lower case. */
export async function accountOf(manager: EntityManager, email: string): Promise<KnownAccount | undefined> {
  const [row] = await manager.query<(Account & { passwordHash: string })[]>(
    `SELECT ${ACCOUNT.columns}, u.password_hash AS "passwordHash" FROM ${ACCOUNT.from} WHERE u.email = $1`,
    [email],
  );
  return row && { user: accountIn(row), passwordHash: row.passwordHash };
}

/** Who holds a session. */
interface SessionHolder {
  readonly user: Account;
  readonly csrfToken: string;
  /** Whether the person's organisation has none above it. */
  readonly atTop: boolean;
  /** Ids of the person's organisation and of all below it. */
  readonly scope: readonly string[];
}

/** In one statement, as each request asks it. Undefined when the session is unknown or, at `now` of the real clock, over, or its account disabled. */
export async function sessionHolder(
  manager: EntityManager,
  tokenHash: string,
  now: Date,
): Promise<SessionHolder | undefined> {
  const [row] = await manager.query<(Account & Omit<SessionHolder, 'user'>)[]>(
    `SELECT ${ACCOUNT.columns}, s.csrf_token AS "csrfToken", o.parent_id IS NULL AS "atTop",
       ARRAY(${idsBelowSql('u.organization_id')}) AS scope
     FROM ${ACCOUNT.from} JOIN organizations.session s ON s.user_id = u.id
     WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    [tokenHash, now],
  );
  if (!row) return undefined;
  const { csrfToken, atTop, scope } = row;
  return { user: accountIn(row), csrfToken, atTop, scope };
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
