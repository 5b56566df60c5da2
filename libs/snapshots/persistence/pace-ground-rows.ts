import type { EntityManager } from 'typeorm';
import { dongOf, PACE_DAYS } from '@thongvon/kernel';
import type { FrozenWeekRef, PaceGround } from '../domain/frozen-week';

/**
 * What the pace of each project of a frozen week is counted from, where an earlier week shows it. Earlier weeks count as they were
 * known when this one was frozen, so that a later correction of them moves nothing in it. Of the two weeks around the day that is
 * 28 days before a project's newest figure, the later one has what was in force on it, unless something newer came in that week.
 */
export async function paceGroundRows(
  manager: EntityManager,
  { id, week, frozenAt }: Pick<FrozenWeekRef, 'id' | 'week' | 'frozenAt'>,
): Promise<PaceGround[]> {
  const rows = await manager.query<(Omit<PaceGround, 'disbursed'> & { readonly disbursed: string | null })[]>(
    `WITH earlier AS (
       SELECT DISTINCT ON (s.week) s.id, s.week FROM snapshots.weekly_snapshot s
       WHERE s.week < $2 AND s.frozen_at <= $3 ORDER BY s.week, s.revision DESC
     ), beginning AS (
       SELECT project_id, plan_year, max(figure_as_of) - ${PACE_DAYS} AS day FROM snapshots.snapshot_line
       WHERE snapshot_id = $1 AND plan_type = 'current-year' GROUP BY project_id, plan_year HAVING max(figure_as_of) IS NOT NULL
     )
     SELECT b.project_id AS "projectId", b.plan_year AS "planYear", ground.as_of AS "asOf", ground.disbursed
     FROM beginning b CROSS JOIN LATERAL (
       SELECT max(l.figure_as_of) AS as_of, sum(l.disbursed) AS disbursed
       FROM earlier e JOIN snapshots.snapshot_line l ON l.snapshot_id = e.id AND l.project_id = b.project_id
         AND l.plan_year = b.plan_year AND l.plan_type = 'current-year'
       WHERE e.week BETWEEN b.day - 7 AND b.day + 6
       GROUP BY e.week HAVING max(l.figure_as_of) <= b.day ORDER BY e.week DESC LIMIT 1
     ) ground`,
    [id, week, frozenAt],
  );
  return rows.map((row) => ({ ...row, disbursed: dongOf(row.disbursed) }));
}
