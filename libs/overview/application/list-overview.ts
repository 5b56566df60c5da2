import { Injectable } from '@nestjs/common';
import { ListStandings, type StandingsQuery } from '@thongvon/capital';
import { businessDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { PlanMilestones } from './plan-milestones';

/** How each project stands, with what the year's targets come to for it. */
@Injectable()
export class ListOverview {
  constructor(
    private readonly standings: ListStandings,
    private readonly milestones: PlanMilestones,
    private readonly clock: SystemClock,
  ) {}

  /** `withTargets`: also what each target comes to. */
  async execute(actor: Actor, query: Omit<StandingsQuery, 'targets'>, withTargets: boolean) {
    const today = businessDate(this.clock.now());
    const targets = withTargets ? { targets: await this.milestones.of(query.planYear, today) } : {};
    return this.standings.list(actor, { ...query, ...targets });
  }
}
