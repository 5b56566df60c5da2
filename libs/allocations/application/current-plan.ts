import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';

/** Planned amounts of one project on a date: `current` is this year's plan, `all` every plan type. Whole đồng. */
export interface ProjectPlan {
  readonly current: bigint | null;
  readonly all: bigint;
}

/** Reads the derived plan of single projects, for checks and previews. */
@Injectable()
export class CurrentPlan {
  /** By project id; projects without a plan in force on that date have no entry. */
  async of(
    manager: EntityManager,
    planYear: PlanYear,
    on: PlainDate,
    projectIds: readonly string[],
  ): Promise<Map<string, ProjectPlan>> {
    const rows = await manager.query<{ id: string; current: string | null; all: string }[]>(
      `SELECT project_id AS id, sum(amount) FILTER (WHERE plan_type = 'current-year') AS current, sum(amount) AS "all"
       FROM plan_position
       WHERE plan_year = $1 AND valid_from <= $2 AND valid_to > $2 AND project_id = ANY($3)
       GROUP BY project_id`,
      [planYear, on, projectIds],
    );
    return new Map(
      rows.map(({ id, current, all }) => [
        id,
        { current: current === null ? null : BigInt(current), all: BigInt(all) },
      ]),
    );
  }
}
