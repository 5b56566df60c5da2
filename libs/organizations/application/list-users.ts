import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, UserListQuery, UserView } from '@thongvon/contracts';
import { Conditions, listPage } from '@thongvon/platform';
import { USER_VIEW } from '../infrastructure/user-views';

@Injectable()
export class ListUsers {
  constructor(private readonly dataSource: DataSource) {}

  /** All accounts, disabled ones too, by name. For administrators only: it shows names and addresses. */
  run(query: UserListQuery): Promise<ListOf<UserView>> {
    const where = new Conditions().matching('u.name_key', query.q);
    if (query.organizationId !== undefined)
      where.and((id) => `u.organization_id = ${id}::uuid`, query.organizationId);
    const sort = [
      { sql: 'u.name_key', type: 'text' },
      { sql: 'u.id', type: 'uuid' },
    ] as const;
    return listPage<UserView>(this.dataSource.manager, { ...USER_VIEW, where, sort }, query);
  }
}
