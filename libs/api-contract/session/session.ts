import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../fields';
import { UserView } from '../users/user';

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
