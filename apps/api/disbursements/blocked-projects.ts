import { Injectable } from '@nestjs/common';
import type { FiguresQuery } from '@thongvon/capital';
import { ListBlockers } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';

/** More open blockers than any office has. */
const ALL = 50_000;

/** Which projects have an open blocker, for the forecast in which they stand still. */
@Injectable()
export class BlockedProjects {
  constructor(private readonly blockers: ListBlockers) {}

  async ids(actor: Actor, { planYear, asOf, denominator }: FiguresQuery): Promise<string[]> {
    const { items } = await this.blockers.list(actor, {
      planYear,
      asOf,
      denominator,
      state: 'open',
      limit: ALL,
    });
    return [...new Set(items.map(({ project }) => project.id))];
  }
}
