import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserView } from '@thongvon/contracts';
import { USER_VIEW } from '../infrastructure/user-views';
import { problems } from './problems';

@Injectable()
export class FindUser {
  constructor(private readonly dataSource: DataSource) {}

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
