import type { UserView } from '@thongvon/api-contract';
import { cleanText } from '@thongvon/kernel';

export { UserAccount } from './entities/user-account';

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
