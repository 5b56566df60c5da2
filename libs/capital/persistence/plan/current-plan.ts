import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dongOf, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { holderOn } from '@thongvon/projects';

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
       FROM capital.plan_position
       WHERE plan_year = $1 AND valid_from <= $2 AND valid_to > $2 AND project_id = ANY($3)
       GROUP BY project_id`,
      [planYear, on, projectIds],
    );
    return new Map(rows.map(({ id, current, all }) => [id, { current: dongOf(current), all: BigInt(all) }]));
  }

  /** What a plan of one project is held against: its total investment, and all that these offices' projects have planned. */
  async aroundOne(
    manager: EntityManager,
    one: { projectId: string | null; planYear: PlanYear; on: PlainDate; scope: readonly string[] },
  ): Promise<{ totalInvestment: bigint | null; total: bigint | null }> {
    const [row] = await manager.query<{ investment: string | null; total: string | null }[]>(
      `SELECT (SELECT total_investment::text FROM projects.project_ref WHERE id = $1) AS investment,
         (SELECT sum(amount)::text FROM capital.plan_position JOIN projects.project_ref p ON p.id = project_id
          WHERE plan_year = $2 AND plan_type = 'current-year' AND valid_from <= $3 AND valid_to > $3
            AND ${holderOn('$3::date')} = ANY($4)) AS total`,
      [one.projectId, one.planYear, one.on, one.scope],
    );
    return { totalInvestment: dongOf(row?.investment), total: dongOf(row?.total) };
  }
}
