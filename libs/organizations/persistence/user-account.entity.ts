import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { cleanText } from '@thongvon/kernel';
import type { Role } from '../domain/actor';

/** Someone who may sign in. */
@Entity({ schema: 'organizations', name: 'user_account' })
export class UserAccount {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Lower case. */
  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'name_key' })
  nameKey: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'uuid', name: 'organization_id' })
  organizationId: string;

  /** Argon2id, in the PHC form that names its own parameters. */
  @Column({ type: 'text', name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}

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
