import type { EntityManager } from 'typeorm';
import type { PlanYear } from '@thongvon/kernel';
import type { PastCourse } from '../../domain/own-plans/past-course';

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
