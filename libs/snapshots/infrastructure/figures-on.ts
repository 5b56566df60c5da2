import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { SumsQuery } from './rollup-sums';

/** Date of the newest figure of planned projects of these organisations in a snapshot; null where nobody has reported. */
export async function figuresOn(
  manager: EntityManager,
  snapshotId: string,
  { scope, planYear, denominator }: Pick<SumsQuery, 'scope' | 'planYear' | 'denominator'>,
): Promise<PlainDate | null> {
  const [row] = await manager.query<{ on: PlainDate | null }[]>(
    `WITH line AS (
       SELECT l.* FROM snapshot_line l JOIN snapshot_project p USING (snapshot_id, project_id)
       WHERE l.snapshot_id = $1 AND p.organization_id = ANY($2::uuid[]) AND l.plan_year = $3
         AND ($4 OR l.plan_type = 'current-year')
     )
     SELECT max(figure_as_of) AS "on" FROM line
     WHERE project_id IN (SELECT project_id FROM line WHERE planned IS NOT NULL)`,
    [snapshotId, scope, planYear, denominator === 'all-plan'],
  );
  return row?.on ?? null;
}
