import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, OrganizationDutiesView, OrganizationListQuery } from '@thongvon/api-contract';
import { listPage } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { ORGANIZATIONS_BY_NAME, organizationsSeen } from '../persistence/organization-list';

/** Who owes which return every week: the calendar of a whole district on one page. */
@Injectable()
export class ListDuties {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations that the actor sees, by name, each with its duties by day; with `asOf` those that exist then. */
  run(actor: Actor, query: OrganizationListQuery): Promise<ListOf<OrganizationDutiesView>> {
    const source = {
      columns: `o.id AS "organizationId", o.name AS "organizationName", duties.list AS duties`,
      from: `organizations.organization o CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('from', effective_from, 'kinds', kinds) ORDER BY effective_from), '[]') AS list
        FROM (
          SELECT DISTINCT ON (effective_from) effective_from, kinds FROM organizations.reporting_duty
          WHERE organization_id = o.id ORDER BY effective_from, id DESC
        ) duty
      ) duties`,
      where: organizationsSeen(actor, query),
      sort: ORGANIZATIONS_BY_NAME,
    };
    return listPage<OrganizationDutiesView>(this.dataSource.manager, source, query);
  }
}
