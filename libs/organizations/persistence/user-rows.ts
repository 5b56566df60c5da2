import type { EntityManager } from 'typeorm';
import type { UserListQuery, UserView } from '@thongvon/api-contract';
import { cleanText } from '@thongvon/kernel';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { Actor, Role } from '../domain/actor';
import { visibleOrganizations } from '../domain/visibility';

/** Columns and tables that make up a `UserView`. */
export const USER_VIEW = {
  columns: `u.id, u.email, u.name, u.role, u.organization_id AS "organizationId",
    o.name AS "organizationName", u.disabled_at IS NOT NULL AS disabled`,
  from: 'organizations.user_account u JOIN organizations.organization o ON o.id = u.organization_id',
} as const;

/** A row of a query that selects more than the view. */
export function toUserView(row: UserView): UserView {
  const { id, email, name, role, organizationId, organizationName, disabled } = row;
  return { id, email, name, role, organizationId, organizationName, disabled };
}

/** The form in which addresses are kept and compared: two that differ in case or outer spaces are one. */
export function normalEmail(text: string): string {
  return cleanText(text).toLowerCase();
}

/** The account as others may see it; undefined: there is none of this id. */
export async function findUser(manager: EntityManager, id: string): Promise<UserView | undefined> {
  const [user] = await manager.query<UserView[]>(
    `SELECT ${USER_VIEW.columns} FROM ${USER_VIEW.from} WHERE u.id = $1`,
    [id],
  );
  return user;
}

/** The accounts that the actor sees, of which the query asks, disabled ones too, by name: rows of a `UserView`. */
export function userList(actor: Actor, { q, organizationId }: UserListQuery): ListSource {
  const where = new Conditions().matching('u.name_key', q);
  const visible = visibleOrganizations(actor);
  if (visible) where.and((ids) => `u.organization_id = ANY(${ids}::uuid[])`, visible);
  if (organizationId !== undefined) where.and((id) => `u.organization_id = ${id}::uuid`, organizationId);
  return {
    ...USER_VIEW,
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

export interface PersonWithRole {
  readonly id: string;
  readonly name: string;
  /** The name of the person's own organisation. */
  readonly organization: string;
}

/** People with an account in use and one of these roles, in the organisation or one above it; by name. */
export async function peopleOver(
  manager: EntityManager,
  organizationId: string,
  roles: readonly Role[],
): Promise<PersonWithRole[]> {
  return manager.query<PersonWithRole[]>(
    `WITH RECURSIVE above AS (
       SELECT id, name, parent_id FROM organizations.organization WHERE id = $1
       UNION
       SELECT parent.id, parent.name, parent.parent_id FROM organizations.organization parent JOIN above ON parent.id = above.parent_id
     )
     SELECT u.id, u.name, above.name AS organization FROM organizations.user_account u JOIN above ON above.id = u.organization_id
     WHERE u.role = ANY($2) AND u.disabled_at IS NULL
     ORDER BY u.name, u.id`,
    [organizationId, roles],
  );
}

/** Administrators whose account is in use. */
export interface AdministratorCount {
  readonly all: number;
  /** Those of an organisation with none above it, who keep the whole installation. */
  readonly atTop: number;
}

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
