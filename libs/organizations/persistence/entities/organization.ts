import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { OrganizationKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Role } from '../../domain/actor';

@Entity({
  schema: 'organizations',
  name: 'organization',
  comment: 'Offices and boards, versioned in time: an ended one keeps its row and names its successor',
})
@Index('organization_name', ['nameKey'], { unique: true, where: 'effective_to IS NULL' })
@Index('organization_parent', ['parentId'])
@Check('organization_check', 'effective_to >= effective_from')
@Check(
  'organization_kind_check',
  "kind IN ('peoples-committee', 'project-management-board', 'commune', 'department', 'treasury')",
)
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Kernel `matchKey` of the name. */
  @Column('text')
  nameKey: string;

  @Column('text')
  kind: OrganizationKind;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({
    type: 'boolean',
    default: false,
    comment: 'Owes a disbursement return each week, as of the last change; by day in reporting_duty',
  })
  reports: boolean;

  /** First day. */
  @Column('date')
  effectiveFrom: PlainDate;

  /** Last day; null while it exists. */
  @Column({ type: 'date', nullable: true })
  effectiveTo: PlainDate | null;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  successorId: string | null;
}

@Entity({
  schema: 'organizations',
  name: 'user_account',
  comment:
    'People who sign in, with their names and e-mail addresses; mail holds the addresses that it goes to',
})
@Unique('user_account_email', ['email'])
@Index('user_account_organization', ['organizationId'])
@Check('user_account_email_check', 'email = lower(email)')
@Check(
  'user_account_role_check',
  "role IN ('reporter', 'finance-officer', 'finance-head', 'leader', 'administrator')",
)
export class UserAccount {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  /** Argon2id, in the PHC form that names its own parameters. */
  @Column('text')
  passwordHash: string;

  @Column({ type: 'timestamptz', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'text', comment: 'The name without accents, for search' })
  nameKey: string;
}

@Entity({
  schema: 'organizations',
  name: 'password_link',
  comment: 'Links by which a person sets a password, one per account at most; gone once used',
})
export class PasswordLink {
  @ForeignKey('UserAccount')
  @PrimaryColumn('uuid')
  userId: string;

  @Column({ type: 'text', unique: true, comment: 'SHA-256; the token itself is in the link only' })
  tokenHash: string;

  @Column({ type: 'timestamptz', comment: 'Real clock' })
  expiresAt: Date;
}

@Entity({
  schema: 'organizations',
  name: 'session',
  comment: 'Signed-in browsers, by the SHA-256 of the cookie; real clock',
})
@Index('session_user_id', ['userId'])
export class Session {
  @PrimaryColumn('text')
  tokenHash: string;

  @Column('text')
  csrfToken: string;

  @ForeignKey('UserAccount', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}

@Entity({
  schema: 'organizations',
  name: 'sign_in_limit',
  comment: 'Failed sign-ins, by hashes of address and account; layout of rate-limiter-flexible',
})
export class SignInLimitRow {
  @PrimaryColumn({ type: 'varchar', length: 255 })
  key: string;

  @Column({ type: 'integer', default: 0 })
  points: number;

  @Column({ type: 'bigint', nullable: true })
  expire: string | null;
}
