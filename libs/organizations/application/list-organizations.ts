import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, OrganizationListQuery, OrganizationView } from '@thongvon/contracts';
import { Conditions, listPage } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { visibleOrganizations } from '../domain/visibility';
import { ORGANIZATION_VIEW_COLUMNS } from '../infrastructure/organization-views';

@Injectable()
export class ListOrganizations {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations that the actor sees, by name; with `asOf` only those that exist on that day. */
  run(actor: Actor, query: OrganizationListQuery): Promise<ListOf<OrganizationView>> {
    const { q, asOf } = query;
    const visible = visibleOrganizations(actor);
    const where = new Conditions().matching('o.name_key', q);
    if (visible) where.and((ids) => `o.id = ANY(${ids}::uuid[])`, visible);
    if (asOf !== undefined) {
      where.and(
        (day) => `${day}::date BETWEEN o.effective_from AND coalesce(o.effective_to, 'infinity')`,
        asOf,
      );
    }
    const sort = [
      { sql: 'o.name_key', type: 'text' },
      { sql: 'o.id', type: 'uuid' },
    ] as const;
    const source = { columns: ORGANIZATION_VIEW_COLUMNS, from: 'organization o', where, sort };
    return listPage<OrganizationView>(this.dataSource.manager, source, query);
  }
}
