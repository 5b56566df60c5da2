import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CreateUserRequest, UserView } from '@thongvon/api-contract';
import { normalEmail } from '../domain/email';
import { UserAccount } from '../persistence/user-account.entity';
import { CreateUser } from './create-user';
import { FindUser } from './find-user';

@Injectable()
export class EnsureUser {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createUser: CreateUser,
    private readonly findUser: FindUser,
  ) {}

  /** The existing account of that address, its password as it is, or a new one. For the demo data. */
  async run(wanted: CreateUserRequest): Promise<{ user: UserView; created: boolean }> {
    const email = normalEmail(wanted.email);
    const found = await this.dataSource.manager.findOneBy(UserAccount, { email });
    return found
      ? { user: await this.findUser.run(found.id), created: false }
      : { user: await this.createUser.run(null, wanted), created: true };
  }
}
