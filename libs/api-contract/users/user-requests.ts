import { IsEmail } from 'class-validator';
import { ChoiceField, FlagField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists/list-query';
import { ROLES, type Role } from './role';

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
