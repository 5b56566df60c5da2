import type { EntityManager } from 'typeorm';
import { planAsKnownSql, plansCounted, positionsAsKnownSql } from '@thongvon/capital';
import { addDays } from '@thongvon/kernel';
import type { KnownBlocker, KnownClearance } from '@thongvon/land-clearance';
import { changedReturnsSql } from '@thongvon/returns';
import type { FrozenWeekRef } from '../domain/frozen-week';

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

/**
 * SQL for the projects of which the derived plan and figures may say otherwise than was known at the instant in
 * `knownAt`. Rows (id).
 */
function changedProjectsSql(knownAt: string): string {
  return `
    WITH changed AS MATERIALIZED (${changedReturnsSql(knownAt)})
    SELECT project_id AS id FROM capital.figure_ref WHERE return_id IN (SELECT return_id FROM changed)
    UNION SELECT project_id FROM capital.allocation_ref WHERE return_id IN (SELECT return_id FROM changed)`;
}

/** Placeholders of `linesSql`. */
interface Given {
  readonly years: string;
  readonly asOf: string;
  readonly knownAt: string;
  /** Ids of `changedProjectsSql`. */
  readonly changed: string;
}

/**
 * SQL for plan and figures (as reported) in force on a day, as known at an instant: rows (project_id, plan_year, plan_type,
 * source_code, planned, planned_before_late, disbursed, completed, advance, figure_as_of, allocation_id, figure_id). What nothing
 * has changed since is read from the derived tables, the rest is derived from the ledgers by the same definition.
 */
function linesSql({ years, asOf, knownAt, changed }: Given): string {
  const grain = 'project_id, plan_year, plan_type, source_code';
  const planColumns = `${grain}, valid_from, valid_to, amount, allocation_id`;
  const plan = `(
    SELECT ${planColumns} FROM capital.plan_position_ref WHERE project_id <> ALL(${changed}::uuid[])
    UNION ALL SELECT ${planColumns} FROM (${planAsKnownSql(knownAt, changed)}) known
  )`;
  const on = (day: string): string =>
    `plan_year = ANY(${years}::int[]) AND valid_from <= ${day} AND valid_to > ${day}`;
  const day = `${asOf}::date`;
  const { planDate } = plansCounted('excluding-late-supplements', 'plan_year', day);
  return `
    SELECT ${grain}, max(planned) AS planned, max(before_late) AS planned_before_late, max(disbursed) AS disbursed,
      max(completed) AS completed, max(advance) AS advance, max(figure_as_of) AS figure_as_of,
      max(allocation_id) AS allocation_id, max(figure_id) AS figure_id
    FROM (
      SELECT ${grain}, amount AS planned, NULL::numeric AS before_late, NULL::numeric AS disbursed, NULL::numeric AS completed,
        NULL::numeric AS advance, NULL::date AS figure_as_of, allocation_id, NULL::bigint AS figure_id
      FROM ${plan} plan WHERE ${on(day)}
      UNION ALL
      SELECT ${grain}, NULL, amount, NULL, NULL, NULL, NULL, NULL, NULL FROM ${plan} plan WHERE ${on(planDate)}
      UNION ALL
      SELECT ${grain}, NULL, NULL, disbursed, completed, advance, valid_from, NULL, figure_id
      FROM (${positionsAsKnownSql(knownAt, changed)}) reported WHERE basis = 'reported' AND ${on(day)}
    ) part
    GROUP BY ${grain}`;
}
