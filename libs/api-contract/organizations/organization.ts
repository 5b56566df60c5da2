import { ApiProperty } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import { ChoiceField, DateField, FlagField, IdField, ListQuery, TextField } from '../fields';

/** UBND huyện or tỉnh, Ban QLDA, UBND xã, phòng/sở, Kho bạc. */
export const ORGANIZATION_KINDS = [
  'peoples-committee',
  'project-management-board',
  'commune',
  'department',
  'treasury',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** An office or board. Ended ones stay, so that old figures keep their owner. */
export class OrganizationView {
  @ApiProperty({ format: 'uuid', description: 'Stays the same whatever it is called' })
  readonly id: string;

  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly name: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS, description: 'What sort of office it is' })
  readonly kind: OrganizationKind;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The organisation above it' })
  readonly parentId: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The commune where it works' })
  readonly commune: string | null;

  @ApiProperty({ description: 'Owes a disbursement return each week' })
  readonly reports: boolean;

  @ApiProperty({ format: 'date', description: 'First day' })
  readonly effectiveFrom: string;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'Last day; null while it exists',
  })
  readonly effectiveTo: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'Who took over its work' })
  readonly successorId: string | null;
}

const NAME = { description: 'Full name as on its documents', max: 300 } as const;
const KIND = { description: 'What sort of office it is', of: ORGANIZATION_KINDS } as const;
const PARENT = { description: 'The organisation above it', nullable: true, optional: true } as const;
const COMMUNE = {
  description: 'The commune where it works',
  nullable: true,
  optional: true,
  max: 200,
} as const;
const REPORTS = { description: 'Owes a disbursement return each week', optional: true } as const;
const EFFECTIVE_FROM = { description: 'First day', example: '2021-07-01' } as const;

export class OrganizationListQuery extends ListQuery {
  @DateField({ description: 'Only those that exist on this day; without it, ended ones too', optional: true })
  asOf?: string;

  @IdField({ description: 'Only those below this one, at any depth', optional: true })
  below?: string;
}

export class CreateOrganizationRequest {
  @TextField(NAME)
  name: string;

  @ChoiceField(KIND)
  kind: OrganizationKind;

  @IdField(PARENT)
  parentId?: string | null;

  @TextField(COMMUNE)
  commune?: string | null;

  @FlagField(REPORTS)
  reports?: boolean;

  @DateField(EFFECTIVE_FROM)
  effectiveFrom: string;
}

/** What is left out stays as it is. */
export class ChangeOrganizationRequest {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @ChoiceField({ ...KIND, optional: true })
  kind?: OrganizationKind;

  @IdField(PARENT)
  parentId?: string | null;

  @TextField(COMMUNE)
  commune?: string | null;

  @FlagField(REPORTS)
  reports?: boolean;

  @DateField({ ...EFFECTIVE_FROM, optional: true })
  effectiveFrom?: string;

  @DateField({ description: 'Last day; null: it exists still', nullable: true, optional: true })
  effectiveTo?: string | null;

  @IdField({ description: 'Who took over its work; only of an ended one', nullable: true, optional: true })
  successorId?: string | null;
}

/**
 * What a person may be in the system, one role each: who sends returns (board or commune), who checks them, who
 * approves them, who reads and decides, who keeps organisations and accounts.
 */
export const ROLES = ['reporter', 'finance-officer', 'finance-head', 'leader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A person's account. */
export class UserView {
  @ApiProperty({ format: 'uuid', description: 'Names the account in links and in the audit trail' })
  readonly id: string;

  @ApiProperty({ format: 'email', description: 'Lower case; what the person signs in with' })
  readonly email: string;

  @ApiProperty({ description: 'How the person is called' })
  readonly name: string;

  @ApiProperty({ enum: ROLES, description: 'What the person may do' })
  readonly role: Role;

  @ApiProperty({
    format: 'uuid',
    description: 'The organisation whose data, and all below it, the person sees',
  })
  readonly organizationId: string;

  @ApiProperty({ description: 'The name of that organisation' })
  readonly organizationName: string;

  @ApiProperty({ description: 'A disabled account can not sign in' })
  readonly disabled: boolean;
}

/** A link by which the account's person sets a password, once. Shown once; asking again replaces it. */
export class PasswordLinkView {
  @ApiProperty({ description: 'The secret of the link: /mat-khau#TOKEN' })
  readonly token: string;

  @ApiProperty({ format: 'date-time', description: 'Until when it can be used' })
  readonly expiresAt: string;
}

const EMAIL = { description: 'What the person signs in with', format: 'email', max: 254 } as const;
const PERSON_NAME = { description: 'How the person is called', max: 200 } as const;
const ROLE = { description: 'What the person may do', of: ROLES } as const;
const ORGANIZATION = { description: 'The organisation that the person works for' } as const;
const PASSWORD = { description: 'At least 12 characters', format: 'password', min: 12, max: 200 } as const;

export class UserListQuery extends ListQuery {
  @IdField({ description: 'Only people of this organisation', optional: true })
  organizationId?: string;
}

export class CreateUserRequest {
  @TextField(EMAIL)
  @IsEmail()
  email: string;

  @TextField(PERSON_NAME)
  name: string;

  @ChoiceField(ROLE)
  role: Role;

  @IdField(ORGANIZATION)
  organizationId: string;

  @TextField({
    ...PASSWORD,
    description: 'At least 12 characters; without it, the person sets one by a link',
    optional: true,
  })
  password?: string;
}

/** What is left out stays as it is. */
export class ChangeUserRequest {
  @TextField({ ...PERSON_NAME, optional: true })
  name?: string;

  @ChoiceField({ ...ROLE, optional: true })
  role?: Role;

  @IdField({ ...ORGANIZATION, optional: true })
  organizationId?: string;

  @FlagField({ description: 'true ends every session of the account and refuses new ones', optional: true })
  disabled?: boolean;
}

export class SetPasswordRequest {
  @TextField(PASSWORD)
  password: string;
}

export class ChangeOwnPasswordRequest {
  @TextField({ description: 'The one in use', format: 'password', max: 200 })
  current: string;

  @TextField(PASSWORD)
  password: string;
}

export class UsePasswordLinkRequest {
  @TextField({ description: 'From the link', max: 200 })
  token: string;

  @TextField(PASSWORD)
  password: string;
}

export class SignInRequest {
  @TextField({ description: 'E-mail address of the account', max: 254, example: 'board@thongvon.test' })
  email: string;

  @TextField({ description: 'Password of the account', format: 'password', max: 200 })
  password: string;
}

/** Who is signed in. */
export class SessionView {
  @ApiProperty({ type: UserView })
  readonly user: UserView;

  @ApiProperty({
    description: 'Send as `x-csrf-token` with state-changing calls that have no `Origin` header',
  })
  readonly csrfToken: string;
}
