import type { EntityManager } from 'typeorm';
import { addDays } from '@thongvon/kernel';
import type { KnownBlocker, KnownClearance } from '@thongvon/land-clearance';
import type { FrozenWeekRef } from '../domain/frozen-week';
import { changedProjectsSql, linesSql } from './lines-sql';

const LINE =
  'plan_year, plan_type, source_code, planned, planned_before_late, disbursed, completed, advance, figure_as_of, allocation_id, figure_id';
const OWN_LINE = LINE.replaceAll(/(\w+)/g, 'line.$1');

/** Writes plan and figures as known at the cut, and the projects that have any, or clearance, or an open blocker. */
export async function writeProjects(
  manager: EntityManager,
  frozen: FrozenWeekRef,
  clearance: readonly KnownClearance[],
  blockers: readonly KnownBlocker[],
): Promise<void> {
  const { id, week, planYears, frozenAt, previousId } = frozen;
  const changed = await manager.query<{ id: string }[]>(changedProjectsSql('$1'), [frozenAt]);
  await manager.query(
    `WITH line AS MATERIALIZED (${linesSql({ years: '$2', asOf: '$3', knownAt: '$4', changed: '$5' })}),
     cleared AS (
       SELECT "projectId" AS project_id, numbers, "figuresAsOf" AS as_of
       FROM jsonb_to_recordset($7) AS t ("projectId" uuid, numbers jsonb, "figuresAsOf" date)
     ),
     dated AS (
       SELECT project_id, max(figure_as_of) AS figure_as_of FROM (
         SELECT project_id, figure_as_of FROM line
         UNION ALL SELECT project_id, NULL FROM cleared
         UNION ALL SELECT unnest($8::uuid[]), NULL
       ) named GROUP BY project_id
     ),
     projects AS (
       INSERT INTO snapshots.snapshot_project (snapshot_id, project_id, organization_id, code, name, name_key, kind, owner_id, owner,
         commune, figure_as_of, reported, clearance, clearance_as_of)
       SELECT $1, p.id, coalesce(p.owner_id, p.registered_by), p.code, p.name, p.name_key, p.kind, p.owner_id,
         coalesce(o.name, p.owner_name), p.commune, dated.figure_as_of, coalesce(dated.figure_as_of >= $9::date, false),
         cleared.numbers, cleared.as_of
       FROM dated JOIN projects.project_ref p ON p.id = dated.project_id LEFT JOIN organizations.organization_ref o ON o.id = p.owner_id
         LEFT JOIN cleared USING (project_id)
     )
     INSERT INTO snapshots.snapshot_line (snapshot_id, project_id, ${LINE}, change)
     SELECT $1, project_id, ${OWN_LINE}, line.disbursed - before.disbursed
     FROM line LEFT JOIN (SELECT * FROM snapshots.snapshot_line WHERE snapshot_id = $6) before
       USING (project_id, plan_year, plan_type, source_code)`,
    [
      id,
      planYears,
      week,
      frozenAt,
      changed.map((row) => row.id),
      previousId,
      JSON.stringify(clearance),
      blockers.map(({ projectId }) => projectId),
      addDays(week, -6),
    ],
  );
}
