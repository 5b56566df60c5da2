import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { positionsAsKnownSql, projectsWithChangedFigures } from '../../persistence/figures/figures-sql';

/** What an owner said would be disbursed of this year's plan by 31/1, summed over sources; whole đồng. */
export interface YearEndEstimate {
  readonly projectId: string;
  readonly estimate: bigint;
  /** Date of the return that says so. */
  readonly on: PlainDate;
}

/** The newest estimates dated by `asOf`, as known at an instant. */
export async function yearEndEstimatesAsKnown(
  manager: EntityManager,
  { planYear, asOf, knownAt }: { planYear: PlanYear; asOf: PlainDate; knownAt: Date },
): Promise<YearEndEstimate[]> {
  const changed = await projectsWithChangedFigures(manager, knownAt);
  const rows = await manager.query<(Omit<YearEndEstimate, 'estimate'> & { estimate: string })[]>(
    `SELECT project_id AS "projectId", sum(disbursed) AS estimate, max(valid_from) AS "on"
     FROM (${positionsAsKnownSql('$3', '$4')}) figures
     WHERE plan_year = $1 AND plan_type = 'current-year' AND basis = 'estimate' AND valid_from <= $2::date AND valid_to > $2::date
     GROUP BY project_id ORDER BY project_id`,
    [planYear, asOf, knownAt, changed],
  );
  return rows.map((row) => ({ ...row, estimate: BigInt(row.estimate) }));
}
