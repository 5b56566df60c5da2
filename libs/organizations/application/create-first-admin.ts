import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { businessDate } from '@thongvon/kernel';
import { SystemClock } from '@thongvon/platform';
import { UserAccount } from '../persistence/user-account.entity';
import { CreateUser } from './create-user';
import { EnsureOrganization } from './ensure-organization';
import { problems } from './problems';

/** Where the first administrator belongs when no office is named; can be renamed once signed in. */
const DEFAULT_ORGANIZATION = 'Quản trị hệ thống';

export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Name of the office; founded today as a people's committee when there is none of that name. */
  readonly organization?: string | undefined;
  /** Also when there is an administrator already: the way back in for an office that lost its passwords. */
  readonly force?: boolean | undefined;
}

@Injectable()
export class CreateFirstAdmin {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createUser: CreateUser,
    private readonly ensureOrganization: EnsureOrganization,
    private readonly clock: SystemClock,
  ) {}

  /** Throws ADMINISTRATOR-EXISTS and USER-EMAIL-TAKEN. */
  async run({ email, name, password, organization, force = false }: FirstAdmin): Promise<UserView> {
    const exists = await this.dataSource.manager.existsBy(UserAccount, {
      role: 'administrator',
      disabledAt: IsNull(),
    });
    if (exists && !force) throw problems.administratorExists();
    const { id: organizationId } = await this.ensureOrganization.run({
      name: organization ?? DEFAULT_ORGANIZATION,
      kind: 'peoples-committee',
      effectiveFrom: businessDate(this.clock.now()),
    });
    return this.createUser.run(null, { email, name, password, role: 'administrator', organizationId });
  }
}
