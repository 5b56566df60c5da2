import type { EntityManager } from 'typeorm';
import type { PlanYear } from '@thongvon/kernel';

/** An owner's plan as it is kept. */
export interface SpendingPlanRow {
  readonly projectId: string;
  /** Whole đồng as texts, by the end of each of the 13 months. */
  readonly cumulative: readonly string[];
  readonly document: string | null;
  readonly actorId: string;
  readonly at: Date;
}

/** The plans of a year that counted at an instant, of one project or of all. */
export function spendingPlanRows(
  manager: EntityManager,
  { planYear, knownAt, projectId }: { planYear: PlanYear; knownAt: Date; projectId?: string },
): Promise<SpendingPlanRow[]> {
  return manager.query(
    `SELECT DISTINCT ON (project_id) project_id AS "projectId", cumulative::text[] AS cumulative, document,
       actor_id AS "actorId", recorded_at AS at
     FROM capital.spending_plan WHERE plan_year = $1 AND recorded_at <= $2 AND ($3::uuid IS NULL OR project_id = $3)
     ORDER BY project_id, id DESC`,
    [planYear, knownAt, projectId ?? null],
  );
}
