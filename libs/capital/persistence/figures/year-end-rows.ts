import type { EntityManager } from 'typeorm';
import { dongOf, lastDay, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import { positionsAsKnownSql, projectsWithChangedFigures } from './figures-sql';

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

/** What a holder's projects had planned for a year at its end, and disbursed of it by a day; whole đồng, null: not reported. */
export interface HolderYear {
  readonly organizationId: string;
  readonly planned: bigint;
  readonly disbursed: bigint | null;
}

/** Of all who held projects with a plan in the year on that day: this year's plan alone, as reported, as known now. */
export async function yearByHolder(
  manager: EntityManager,
  planYear: PlanYear,
  day: PlainDate,
): Promise<HolderYear[]> {
  const rows = await manager.query<{ organizationId: string; planned: string; disbursed: string | null }[]>(
    `SELECT ${HELD_BY} AS "organizationId", sum(plan.planned) AS planned,
       sum(reported.disbursed) AS disbursed
     FROM (
       SELECT project_id, sum(amount) AS planned FROM capital.plan_position
       WHERE plan_year = $1 AND plan_type = 'current-year' AND valid_from <= $3::date AND valid_to > $3::date
       GROUP BY project_id
     ) plan JOIN projects.project_ref p ON p.id = plan.project_id ${joinFormerHolder('$2::date')}
       LEFT JOIN (
         SELECT project_id, sum(disbursed) AS disbursed FROM capital.disbursement_position
         WHERE plan_year = $1 AND plan_type = 'current-year' AND basis = 'reported' AND valid_from <= $2::date
           AND valid_to > $2::date
         GROUP BY project_id
       ) reported ON reported.project_id = p.id
     GROUP BY 1`,
    [planYear, day, lastDay(planYear)],
  );
  return rows.map(({ organizationId, planned, disbursed }) => ({
    organizationId,
    planned: BigInt(planned),
    disbursed: dongOf(disbursed),
  }));
}
