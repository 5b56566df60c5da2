import { ApiProperty } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import { ChoiceField, FlagField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists';

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
const NAME = { description: 'How the person is called', max: 200 } as const;
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

  @TextField(NAME)
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
  @TextField({ ...NAME, optional: true })
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
