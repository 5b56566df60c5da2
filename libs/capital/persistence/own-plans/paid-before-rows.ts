import type { EntityManager } from 'typeorm';
import type { Dong, PlanYear } from '@thongvon/kernel';

/** What was paid of a project from its start to the end of the year before the plan year, as entered; whole đồng. */
export interface PaidBeforeRow {
  readonly projectId: string;
  readonly paid: Dong;
  readonly totalInvestment: Dong | null;
  readonly document: string | null;
  readonly actorId: string;
  readonly at: Date;
}

/** What counted at an instant, of one project or of all that have any; the total investment as the register has it now. */
export async function paidBeforeRows(
  manager: EntityManager,
  { planYear, knownAt, projectId }: { planYear: PlanYear; knownAt: Date; projectId?: string },
): Promise<PaidBeforeRow[]> {
  const rows = await manager.query<
    (Omit<PaidBeforeRow, 'paid' | 'totalInvestment'> & { paid: string; totalInvestment: string | null })[]
  >(
    `SELECT DISTINCT ON (e.project_id) e.project_id AS "projectId", e.paid, p.total_investment AS "totalInvestment", e.document,
       e.actor_id AS "actorId", e.recorded_at AS at
     FROM capital.paid_before e JOIN projects.project_ref p ON p.id = e.project_id
     WHERE e.plan_year = $1 AND e.recorded_at <= $2 AND ($3::uuid IS NULL OR e.project_id = $3)
     ORDER BY e.project_id, e.id DESC`,
    [planYear, knownAt, projectId ?? null],
  );
  return rows.map(({ paid, totalInvestment, ...row }) => ({
    ...row,
    paid: BigInt(paid),
    totalInvestment: totalInvestment === null ? null : BigInt(totalInvestment),
  }));
}
