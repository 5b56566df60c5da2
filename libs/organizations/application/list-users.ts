import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, UserListQuery, UserView } from '@thongvon/api-contract';
import { Conditions, listPage } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { visibleOrganizations } from '../domain/visibility';
import { USER_VIEW } from '../persistence/user-views';

@Injectable()
export class ListUsers {
  constructor(private readonly dataSource: DataSource) {}

  /** Accounts that the administrator sees, disabled ones too, by name. For administrators only: it shows addresses. */
  run(actor: Actor, query: UserListQuery): Promise<ListOf<UserView>> {
    const where = new Conditions().matching('u.name_key', query.q);
    const visible = visibleOrganizations(actor);
    if (visible) where.and((ids) => `u.organization_id = ANY(${ids}::uuid[])`, visible);
    if (query.organizationId !== undefined)
      where.and((id) => `u.organization_id = ${id}::uuid`, query.organizationId);
    const sort = [
      { sql: 'u.name_key', type: 'text' },
      { sql: 'u.id', type: 'uuid' },
    ] as const;
    return listPage<UserView>(this.dataSource.manager, { ...USER_VIEW, where, sort }, query);
  }

  /** The mail addresses of the accounts that the actor sees; undefined: of all, also those that are nobody's any more. */
  async addressesSeen(actor: Actor): Promise<readonly string[] | undefined> {
    const visible = visibleOrganizations(actor);
    if (!visible) return undefined;
    const rows = await this.dataSource.query<{ email: string }[]>(
      `SELECT email FROM organizations.user_account WHERE organization_id = ANY($1)`,
      [visible],
    );
    return rows.map(({ email }) => email);
  }
}
