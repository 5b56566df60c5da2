import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from './role';

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
