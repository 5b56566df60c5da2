import type { EntityManager } from 'typeorm';
import { type Dong, dongOf, lastDay, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import type { PastCourse } from '../../domain/own-plans/plan-months';
import { positionsAsKnownSql, projectsWithChangedFigures } from '../figures/figures-sql';

/** What a person typed, by which document, who and when (business clock). */
interface Entry {
  readonly planYear: PlanYear;
  readonly document: string | null;
  readonly actorId: string;
  readonly at: Date;
}

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
    totalInvestment: dongOf(totalInvestment),
  }));
}

/** Adds the entry, which counts from then on; whole đồng. */
export async function insertPaidBefore(
  manager: EntityManager,
  {
    projectId,
    planYear,
    paid,
    document,
    actorId,
    at,
  }: Entry & {
    readonly projectId: string;
    readonly paid: Dong;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO capital.paid_before (project_id, plan_year, paid, document, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [projectId, planYear, paid.toString(), document, actorId, at],
  );
}

/** A course with whose it is, by which document, and who wrote it when. */
export interface PastCourseRow extends PastCourse {
  readonly organizationId: string;
  readonly document: string | null;
  readonly actorId: string;
  readonly at: Date;
}

/** The courses that counted at an instant, newest year first; without a year or an organisation, of all that have any. */
export async function pastCourseRows(
  manager: EntityManager,
  { planYear, knownAt, organizationId }: { planYear?: PlanYear; knownAt: Date; organizationId?: string },
): Promise<PastCourseRow[]> {
  const rows = await manager.query<
    (Omit<PastCourseRow, 'planned' | 'cumulative'> & { planned: string; cumulative: string[] })[]
  >(
    `SELECT DISTINCT ON (plan_year, organization_id) organization_id AS "organizationId", plan_year AS "planYear", planned,
       cumulative::text[] AS cumulative, document, actor_id AS "actorId", recorded_at AS at
     FROM capital.past_course
     WHERE ($1::int IS NULL OR plan_year = $1) AND recorded_at <= $2 AND ($3::uuid IS NULL OR organization_id = $3)
     ORDER BY plan_year DESC, organization_id, id DESC`,
    [planYear ?? null, knownAt, organizationId ?? null],
  );
  return rows.map(({ planned, cumulative, ...row }) => ({
    ...row,
    planned: BigInt(planned),
    cumulative: cumulative.map(BigInt),
  }));
}

/** Adds the course, which counts from then on; whole đồng. */
export async function insertPastCourse(
  manager: EntityManager,
  { organizationId, planYear, planned, cumulative, document, actorId, at }: PastCourseRow,
): Promise<void> {
  await manager.query(
    `INSERT INTO capital.past_course (organization_id, plan_year, planned, cumulative, document, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [organizationId, planYear, planned.toString(), cumulative.map(String), document, actorId, at],
  );
}

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

/** `cumulative`: whole đồng by the end of each of the 13 months. */
export async function insertSpendingPlan(
  manager: EntityManager,
  {
    projectId,
    planYear,
    cumulative,
    document,
    actorId,
    at,
  }: Entry & {
    readonly projectId: string;
    readonly cumulative: readonly Dong[];
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO capital.spending_plan (project_id, plan_year, cumulative, document, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [projectId, planYear, cumulative.map(String), document, actorId, at],
  );
}

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
