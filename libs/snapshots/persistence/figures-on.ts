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
       SELECT l.* FROM snapshots.snapshot_line l JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       WHERE l.snapshot_id = $1 AND p.organization_id = ANY($2::uuid[]) AND l.plan_year = $3
         AND ($4 OR l.plan_type = 'current-year')
     )
     SELECT max(figure_as_of) AS "on" FROM line
     WHERE project_id IN (SELECT project_id FROM line WHERE planned IS NOT NULL)`,
    [snapshotId, scope, planYear, denominator === 'all-plan'],
  );
  return row?.on ?? null;
}

/** Date of the newest figure of each group of planned lines, by `dimension:key`: a group may be silent while others report. */
export async function groupFiguresOn(
  manager: EntityManager,
  snapshotId: string,
  { scope, planYear, denominator }: Pick<SumsQuery, 'scope' | 'planYear' | 'denominator'>,
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await manager.query<{ group: string; on: PlainDate }[]>(
    `SELECT dimension || ':' || coalesce(key, '') AS "group", max(l.figure_as_of) AS "on"
     FROM snapshots.snapshot_line l JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       CROSS JOIN LATERAL (VALUES ('organization', p.organization_id::text), ('owner', coalesce(p.owner_id::text, p.owner)),
         ('kind', p.kind), ('commune', p.commune), ('source', l.source_code), ('planType', l.plan_type)) part (dimension, key)
     WHERE snapshot_id = $1 AND p.organization_id = ANY($2::uuid[]) AND l.plan_year = $3 AND l.figure_as_of IS NOT NULL
       AND ($4 OR l.plan_type = 'current-year')
       AND EXISTS (SELECT FROM snapshots.snapshot_line planned WHERE (planned.snapshot_id, planned.project_id, planned.plan_year)
         = (l.snapshot_id, l.project_id, l.plan_year) AND planned.planned IS NOT NULL)
     GROUP BY dimension, key`,
    [snapshotId, scope, planYear, denominator === 'all-plan'],
  );
  return new Map(rows.map(({ group, on }) => [group, on]));
}
