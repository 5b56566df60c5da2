import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import type { Actor } from '../domain/actor';
import { seesOrganization } from '../domain/visibility';
import { USER_VIEW } from '../persistence/user-views';
import { problems } from './problems';

@Injectable()
export class FindUser {
  constructor(private readonly dataSource: DataSource) {}

  /** The account as an administrator may see it. Throws USER-UNKNOWN, also for one of an organisation out of sight. */
  async seen(actor: Actor, id: string, manager: EntityManager = this.dataSource.manager): Promise<UserView> {
    const user = await this.run(id, manager);
    if (!seesOrganization(actor, user.organizationId)) throw problems.userUnknown();
    return user;
  }

  /** Throws USER-UNKNOWN. */
  async run(id: string, manager: EntityManager = this.dataSource.manager): Promise<UserView> {
    const [user] = await manager.query<UserView[]>(
      `SELECT ${USER_VIEW.columns} FROM ${USER_VIEW.from} WHERE u.id = $1`,
      [id],
    );
    if (!user) throw problems.userUnknown();
    return user;
  }
}
