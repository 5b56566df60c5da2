import type { EntityManager } from 'typeorm';
import type { ClearanceFigureView, ClearancePointView } from '@thongvon/api-contract';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { ListSource } from '@thongvon/platform';
import { PROJECT_REF, PROJECT_SEARCH, type ProjectRef, visibleClearance } from '@thongvon/projects';
import type { Numbers } from '../domain/clearance-rates';
import { MEASURES } from '../domain/measures';
import { clearanceOnSql } from './clearance-sql';
import { SEGMENT_REF } from './project-rows';

/** A project with its numbers on a day. */
export interface ProjectRow {
  readonly project: ProjectRef;
  readonly numbers: Numbers;
  readonly figuresAsOf: PlainDate;
}

/** SQL: projects `p` with their numbers `c` on a day. */
function projectsOn(asOf: string): string {
  return `projects.project_ref p JOIN (
      SELECT project_id, jsonb_object_agg(measure, trim_scale(value)::text) AS numbers, max(valid_from) AS figures_as_of
      FROM (${clearanceOnSql(asOf)}) reported GROUP BY project_id
    ) c ON c.project_id = p.id`;
}

/** The numbers of all projects in sight on the day. */
export async function numbersInSight(
  manager: EntityManager,
  actor: Actor,
  asOf: PlainDate,
): Promise<Numbers[]> {
  const where = visibleClearance(actor);
  const from = projectsOn(`${where.parameter(asOf)}::date`);
  const rows = await manager.query<Pick<ProjectRow, 'numbers'>[]>(
    `SELECT c.numbers FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return rows.map((row) => row.numbers);
}

/** Projects in sight with figures, by name without accents. */
export function clearedProjects(actor: Actor, asOf: PlainDate, q: string | undefined): ListSource {
  const where = visibleClearance(actor).matching(PROJECT_SEARCH, q);
  return {
    columns: `${PROJECT_REF} AS project, c.numbers, c.figures_as_of AS "figuresAsOf"`,
    from: projectsOn(`${where.parameter(asOf)}::date`),
    where,
    sort: [
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.id', type: 'uuid' },
    ],
  };
}

/** The figures in force on the day, each with its source and whether it counts beside a segment's. */
export async function projectFigures(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<ClearanceFigureView[]> {
  const rows = await manager.query<
    (Omit<ClearanceFigureView, 'unit' | 'ageDays' | 'asOf'> & { asOf: PlainDate })[]
  >(
    `SELECT c.measure, trim_scale(c.value)::text AS value, c.valid_from AS "asOf",
         ${SEGMENT_REF} AS segment,
         CASE WHEN f.return_id IS NULL THEN NULL
           ELSE json_build_object('returnId', f.return_id, 'sheet', f.sheet, 'cell', f.cell) END AS source,
         reported.by_segment = (c.segment_id IS NOT NULL) AS counts
       FROM land_clearance.clearance_position c JOIN land_clearance.clearance_figure f ON f.id = c.figure_id
         JOIN (${clearanceOnSql('$2::date')}) reported ON reported.project_id = c.project_id AND reported.measure = c.measure
         LEFT JOIN land_clearance.clearance_segment s ON s.id = c.segment_id
       WHERE c.project_id = $1 AND c.valid_from <= $2 AND c.valid_to > $2
       ORDER BY s.batch NULLS FIRST, s.name_key NULLS FIRST, f.id`,
    [projectId, asOf],
  );
  return rows.map((row) => ({ ...row, unit: MEASURES[row.measure], ageDays: daysBetween(row.asOf, asOf) }));
}

/** The project's numbers on every day on which one of them changed. */
export async function projectCourse(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<ClearancePointView[]> {
  const rows = await manager.query<Omit<ClearancePointView, 'unit'>[]>(
    `SELECT DISTINCT day.valid_from AS "asOf", reported.measure, trim_scale(reported.value)::text AS value
       FROM (SELECT DISTINCT measure, valid_from FROM land_clearance.clearance_position WHERE project_id = $1 AND valid_from <= $2) day
         CROSS JOIN LATERAL (${clearanceOnSql('day.valid_from')}) reported
       WHERE reported.project_id = $1 AND reported.measure = day.measure ORDER BY 1, 2`,
    [projectId, asOf],
  );
  return rows.map((row) => ({ ...row, unit: MEASURES[row.measure] }));
}
